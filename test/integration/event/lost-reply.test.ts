import { command } from '../../support/domains';
import { openid, startTown, unindexed } from '../../support/settled';
import { NOW, plan as usualPlan } from '../../support/eventPlan';
import type { Stack } from '../../support/stack';

/*
 * What a phone does whose replies are lost, through the functions as they are deployed: the id lives with the draft, so
 * every sending of one form, whatever its words, comes under one id (docs/adr/0013).
 */

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const plan = { ...usualPlan, title: '一席江声' };
const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];
const words = { reason: '值得慢慢读', questions: ['一', '二', '三'], pointer: '第一章' };

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

it('one form, sent three times in two wordings, is exactly one event, and the reply says which words stand', async () => {
  const send = (title: string, orgId = 'eastBranch') =>
    stack.call(openid('head'), 'event.create', { commandId: command(1), orgId, form, ...plan, title });
  const first = await send('一席江声');
  await stack.restart();
  expect(await send('一席江声')).toEqual(first);
  expect((await send('一席江声（改期）', 'east')).event).toEqual(first.event);
  expect(await stack.db.events.count({})).toBe(1);

  // The newer words go to the revision of what exists.
  const revision = { commandId: command(2), id: first.event.id, version: first.event.version };
  await stack.call(openid('head'), 'event.revise', { ...revision, ...plan, title: '一席江声（改期）' });
  expect(await stack.db.events.get(first.event.id)).toMatchObject({ title: '一席江声（改期）', version: 2 });
});

it('the same of a recommendation and of a complaint', async () => {
  const [book] = await stack.db.books.find({}, { limit: 1 });
  const recommend = (reason: string) =>
    stack.call(openid('secretary'), 'recommendation.create', {
      ...{ commandId: command(3), orgId: 'eastBranch', bookId: book?._id ?? '' },
      ...{ ...words, reason },
    });
  const [picked, again] = [await recommend('值得慢慢读'), await recommend('值得读两遍')];
  expect(again).toEqual(picked);
  expect(await stack.db.recommendations.count({})).toBe(1);

  const complain = (text: string) =>
    stack.call(openid('reader'), 'feedback.submit', { commandId: command(4), kind: 'complaint', text });
  const [filed, more] = [await complain('灯坏了'), await complain('灯坏了，二楼')];
  expect(more).toEqual(filed);
  expect(await stack.db.feedback.count({})).toBe(1);
});

it('a sign-up sent again with other answers is one sign-up, and is told that they were not taken', async () => {
  const { event } = await stack.call(openid('head'), 'event.create', {
    commandId: command(5),
    orgId: 'eastBranch',
    form,
    ...plan,
  });
  const signUp = (value: string) =>
    stack.callAs(openid('reader'), 'event.signUp', {
      commandId: command(6),
      id: event.id,
      answers: [{ fieldId: 'piece', value }],
    });
  expect(await signUp('将进酒')).toMatchObject({ ok: true });
  expect(await signUp('将进酒')).toMatchObject({ ok: true, data: { event: { mine: { state: 'in' } } } });
  expect(await signUp('岳阳楼记')).toMatchObject({ ok: false, code: 'ALREADY_SIGNED_UP' });
  const { queue } = (await stack.db.events.get(event.id)) ?? { queue: [] };
  expect(queue).toMatchObject([{ m: 'reader', a: [{ fieldId: 'piece', value: '将进酒' }] }]);
});
