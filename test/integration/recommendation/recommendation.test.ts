import { catalogue, command } from '../../support/domains';
import { openid, redelivered, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;
const bookId = catalogue(1)[0]?._id ?? '';
const words = { reason: '读来如对故人', questions: ['一问', '二问', '三问'], pointer: '先读第三章' };

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

const create = (number: number, publishAt: number | null = null, orgId = 'eastBranch', who = 'secretary') =>
  stack.callAs(openid(who), 'recommendation.create', {
    commandId: command(number),
    orgId,
    bookId,
    ...words,
    publishAt,
  });
const created = async (...args: Parameters<typeof create>): Promise<string> => {
  const reply = await create(...args);
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.recommendation.id;
};
const get = (who: string, id: string) => stack.callAs(openid(who), 'recommendation.get', { id });

it('delivered again in any way it is one recommendation with one reply', async () => {
  const replies = await redelivered(() => create(1, NOW + DAY));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(await stack.db.recommendations.count({ memberId: 'secretary' })).toBe(1);
});

it('a scheduled one appears when its time has come, to its subtree only', async () => {
  const id = await created(2, NOW + DAY);
  expect(await get('reader', id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await get('head', id)).toMatchObject({
    ok: true,
    data: { mayEdit: true, recommendation: { state: 'scheduled' } },
  });
  stack.setClock(NOW + DAY + 1000);
  expect(await get('reader', id)).toMatchObject({ ok: true, data: { mayEdit: false, status: null } });
  expect(trips(stack)).toBe(3);
  expect(await get('stranger', id)).toMatchObject({ code: 'NOT_FOUND' });
  expect((await stack.call(openid('stranger'), 'recommendation.list', { which: 'visible' })).items).toEqual([]);
});

it('of two writers who saw the same version one wins and the other is told', async () => {
  const id = await created(3);
  const revise = (number: number, who: string) =>
    stack.callAs(openid(who), 'recommendation.revise', {
      commandId: command(number),
      id,
      version: 1,
      ...words,
      reason: who,
    });
  const replies = await Promise.all([revise(30, 'secretary'), revise(31, 'head')]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['CONFLICT', 'ok']);
});

it('withdrawn it is gone for readers, and a late twin does not withdraw it again', async () => {
  const id = await created(4);
  const withdraw = { commandId: command(40), id, withdrawn: true };
  const replies = await redelivered(() => stack.call(openid('secretary'), 'recommendation.setWithdrawn', withdraw));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(await get('reader', id)).toMatchObject({ code: 'NOT_FOUND' });
  await stack.call(openid('secretary'), 'recommendation.setWithdrawn', {
    ...withdraw,
    commandId: command(41),
    withdrawn: false,
  });
  await stack.call(openid('secretary'), 'recommendation.setWithdrawn', withdraw);
  expect(await get('reader', id)).toMatchObject({ ok: true });
});

it('lists cost 2 round trips, and a book’s own page shows who recommends it', async () => {
  for (const which of ['visible', 'mine'] as const) {
    const { items } = await stack.call(openid('secretary'), 'recommendation.list', { which });
    expect(trips(stack)).toBe(2);
    expect(items.length).toBeGreaterThan(0);
  }
  const { recommendations } = await stack.call(openid('reader'), 'book.get', { bookId });
  expect(recommendations.length).toBeGreaterThan(0);
  expect(recommendations.every(({ state }) => state === 'published')).toBe(true);
});
