import { above } from '../../../cloudfunctions/kernel/port';
import type { QueryName } from '../../../contract/registry';
import { startOfDay, dayOf } from '../../../contract/day';
import { catalogue, command, person } from '../../support/domains';
import { openid, startTown, trips } from '../../support/settled';
import type { Stack } from '../../support/stack';
import { queries, repliesTo } from '../stale/replies';

/*
 * Figure 26 of the reliability page: what a person wrote is seen by no other before its verdict, in no reply of any query
 * of the contract, whatever WeChat does; and while it is down nothing is published.
 */

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const bookId = catalogue(1)[0]?._id ?? '';
/** Takes whole lists of its own. */
const others: readonly QueryName[] = queries.filter((name) => name !== 'roster.preview');

let stack: Stack;
let calls = 0;
const next = () => command((calls += 1));
beforeAll(async () => {
  stack = await startTown({ clock: NOW });
  await stack.db.members.addAll([
    person('moderator', 'east', [{ role: 'moderator', orgId: 'east' }]),
    person('auditor', 'city', [{ role: 'auditor', orgId: 'city' }]),
  ]);
});
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.emulator.wechat.set({ moderation: 'pass', rules: [], faults: {} });
  await stack.db.limits.remove({ count: above(0) });
});

const words = { questions: ['一问', '二问', '三问'], pointer: '先读第三章' };
const recommend = (reason: string, commandId = next()) =>
  stack.call(openid('secretary'), 'recommendation.create', {
    commandId,
    orgId: 'eastBranch',
    bookId,
    reason,
    ...words,
  });
const start = startOfDay(dayOf(NOW)) + 10 * 24 * HOUR;
const plan = {
  kind: 'lecture' as const,
  place: '礼堂',
  about: '介绍',
  ...{ startsAt: start, endsAt: start + HOUR, deadline: start - HOUR, capacity: 5 },
};
const hold = (title: string) =>
  stack.call(openid('secretary'), 'event.create', {
    ...{ commandId: next(), orgId: 'eastBranch', form: [] },
    ...plan,
    title,
  });
const revised = (id: string, version: number, reason: string) =>
  stack.call(openid('secretary'), 'recommendation.revise', { commandId: next(), id, version, reason, ...words });

/** Whatever a person can ask by these names, as one text. */
async function allThat(who: string, names: readonly string[]): Promise<string> {
  await stack.db.limits.remove({ count: above(0) });
  const replies = await repliesTo(stack, others, openid(who), names);
  return [...replies.values()].map(({ reply }) => reply).join('\n');
}

/** How WeChat may fail or find fault; a rule has a word found in it. */
const modes = ['down', 'timeout', 'review', 'risky', 'quota'] as const;
const set = (mode: (typeof modes)[number]) =>
  mode === 'quota'
    ? stack.emulator.wechat.set({ faults: { 'security.msgSecCheck': 'quota' } })
    : stack.emulator.wechat.set({ moderation: mode });

/** What was written in each of the modes. */
const written: { kept: string[]; up: string[] }[] = [];

describe.each(modes)('while WeChat says %s', (mode) => {
  it('what is written waits or is turned down, and its author learns how it stands', async () => {
    const up = (await recommend(`先前的话${mode}`)).recommendation;
    const standing = (await hold(`先前的活动${mode}`)).event;
    set(mode);
    const canary = `秘密的话${mode}`;
    const { recommendation } = await recommend(`${canary}甲`);
    const state = mode === 'risky' ? 'rejected' : 'waiting';
    expect(recommendation.held).toMatchObject({ of: 'publication', state });
    const { event } = await hold(`${canary}乙`);
    expect(event.held).toMatchObject({ of: 'publication', state });
    const edited = await revised(up.id, up.version, `${canary}丙`);
    expect(edited.recommendation).toMatchObject({ reason: `先前的话${mode}`, held: { of: 'edit', state } });
    const moved = await stack.call(openid('secretary'), 'event.revise', {
      ...{ commandId: next(), id: standing.id, version: standing.version },
      ...plan,
      title: `${canary}丁`,
    });
    expect(moved.event).toMatchObject({ title: `先前的活动${mode}`, held: { of: 'edit', state } });
    const named = await stack.call(openid('neighbour'), 'me.rename', { commandId: next(), name: `${canary}戊` });
    expect(named).toMatchObject({ name: 'neighbour同志', held: { of: 'edit', state } });

    written.push({ kept: [recommendation.id, event.id], up: [up.id, standing.id] });
    // Nobody signs up for what he cannot see.
    const signUp = { commandId: next(), id: event.id, answers: [] };
    expect(await stack.callAs(openid('reader'), 'event.signUp', signUp)).toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify(await stack.call(openid('secretary'), 'moderation.mine', {}))).toContain(`${canary}甲`);
  });
});

it('nobody else finds a word of it in any reply, nor does it lie on a card; what stood before is there as before', async () => {
  const names = [...written.flatMap(({ kept, up }) => [...kept, ...up]), bookId, 'eastBranch', 'east', 'reader'];
  const ups = written.flatMap(({ up }) => up);
  for (const who of ['reader', 'stranger', 'nobody at all']) expect(await allThat(who, names)).not.toContain('秘密');
  expect(await allThat('reader', ups)).toContain('先前的话timeout');
  const cards = await stack.db.cards.find({ until: above(0) }, { limit: 500 });
  expect(JSON.stringify(cards)).not.toContain('秘密');
  // Nobody decided anything, so nothing came out.
  expect(await stack.db.moderationCases.count({ state: 'visible' })).toBe(0);
});

it('who joins under a name that has not passed is called something that says nothing, until it passes', async () => {
  await stack.db.orgs.update({ _id: 'eastBranch' }, { set: { joinCode: 'EASTBR23' } });
  stack.emulator.wechat.set({ moderation: 'down' });
  const joined = await stack.call('openid-newcomer', 'me.join', {
    ...{ commandId: next(), joinCode: 'EASTBR23', name: '秘密新人', fourteenOrOlder: true },
  });
  expect(joined.member.name).toMatch(/^新成员[2-9A-Z]{4}$/);
  for (const who of ['reader', 'head'])
    expect(await allThat(who, ['eastBranch', joined.member.id])).not.toContain('秘密新人');
  stack.emulator.wechat.set({ moderation: 'pass' });
  stack.setClock(NOW + 2 * 60_000);
  await stack.call('openid-newcomer', 'me.session', {});
  const after = await stack.call('openid-newcomer', 'me.session', {});
  expect(after.member.name).toBe('秘密新人');
  stack.setClock(NOW);
});

it('what had no verdict is out with the author’s next call, on 今日 as well, when WeChat is there again', async () => {
  await stack.db.moderationCases.remove({ state: 'pending' });
  stack.emulator.wechat.set({ moderation: 'down' });
  const { recommendation } = await recommend('等到的话');
  const get = () => stack.callAs(openid('reader'), 'recommendation.get', { id: recommendation.id });
  expect(await get()).toMatchObject({ code: 'NOT_FOUND' });
  stack.emulator.wechat.set({ moderation: 'pass' });
  stack.setClock(NOW + 5 * 60_000);
  await stack.call(openid('reader'), 'me.session', {});
  expect(await get()).toMatchObject({ code: 'NOT_FOUND' });
  await stack.call(openid('secretary'), 'me.session', {});
  expect(await get()).toMatchObject({ ok: true, data: { recommendation: { state: 'published' } } });
  const cards = await stack.db.cards.find({ to: 'eastBranch' }, { limit: 9 });
  expect(JSON.stringify(cards)).toContain('等到的话');
});

it('a text that passes costs no round trip more, one that waits at most two', async () => {
  await recommend('通过的话');
  const passed = trips(stack) ?? 0;
  stack.emulator.wechat.set({ moderation: 'review' });
  await recommend('等着的话');
  // Its card of today is not written: five round trips less.
  expect((trips(stack) ?? 0) - passed).toBeLessThanOrEqual(2);
});

it('a complaint reaches the office whole, whatever WeChat says of it', async () => {
  await stack.db.members.add(person('cityHead', 'city', [{ role: 'cityAdmin', orgId: 'city' }]));
  for (const [moderation, folded] of [
    ['risky', true],
    ['down', undefined],
  ] as const) {
    stack.emulator.wechat.set({ moderation });
    const text = `你们的场地太差 ${moderation}`;
    const sent = { commandId: next(), kind: 'complaint', text } as const;
    expect(await stack.call(openid('reader'), 'feedback.submit', sent)).not.toHaveProperty('feedback.folded');
    const inbox = await stack.call(openid('cityHead'), 'feedback.inbox', {});
    expect(inbox.items.find((item) => item.text === text)?.folded).toBe(folded);
  }
});

it('the push function takes WeChat’s verdict once, and refuses everybody else', async () => {
  const { emulator, db } = stack;
  const forged = { MsgType: 'event', Event: 'wxa_media_check', version: 2, appid: 'wx0000000000000000', errcode: 0 };
  const event = { ...forged, trace_id: 'none', result: { suggest: 'pass' } };
  const push = async (identity: object, given: Record<string, unknown> = event) =>
    (await emulator.invoke('push', given, identity)).result;
  expect(await push({ openId: openid('secretary') })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await push({}, { ...event, Event: 'subscribe' })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await push({})).toEqual({ ok: true, data: 'unknown' });

  stack.emulator.wechat.set({ moderation: 'down' });
  const { recommendation } = await recommend('带图的话');
  const id = recommendation.held?.caseId ?? '';
  const media = (appId: string) => ({ media: { fileId: 'f', traceId: 'trace-1', appId }, retryAt: null });
  await db.moderationCases.update({ _id: id }, { set: media('wx-another') });
  const verdict = { ...event, trace_id: 'trace-1' };
  expect(await push({}, verdict)).toEqual({ ok: true, data: 'unknown' });
  await db.moderationCases.update({ _id: id }, { set: media('wx0000000000000000') });
  expect([await push({}, verdict), await push({}, verdict)]).toEqual([
    { ok: true, data: 'done' },
    { ok: true, data: 'seen' },
  ]);
  expect(await stack.call(openid('reader'), 'recommendation.get', { id: recommendation.id })).toBeDefined();
});
