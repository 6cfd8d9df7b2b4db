import type { Stack } from '../../support/stack';
import { newCommandId, startStack } from '../../support/stack';
import { buildCity } from '../authz/city';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

it('a complaint gets a ticket, a reply, and both are seen by who sent it and by no other member', async () => {
  const words = { commandId: newCommandId(), kind: 'complaint', text: '打卡页打不开' } as const;
  const { feedback } = await stack.call('openid-siblingMember', 'feedback.submit', words);
  expect(feedback.ticket).toMatch(/^\d{8}-[2-9A-Z]{4}$/);
  const inbox = await stack.call('openid-cityAdmin', 'feedback.inbox', {});
  expect(inbox.items.find(({ id }) => id === feedback.id)).toMatchObject(feedback);
  const answer = { commandId: newCommandId(), id: feedback.id, text: '已修好' };
  await stack.call('openid-cityAdmin', 'feedback.reply', answer);
  const mine = await stack.call('openid-siblingMember', 'feedback.mine', {});
  expect(mine.items).toMatchObject([{ id: feedback.id, reply: { text: '已修好' } }]);
  const others = await stack.call('openid-otherMember', 'feedback.mine', {});
  expect(others).toEqual({ items: [], next: null });
});

it('two administrators who answer at once: one answer stands, the other is told', async () => {
  const words = { commandId: newCommandId(), kind: 'suggestion', text: '多办夜场' } as const;
  const { feedback } = await stack.call('openid-siblingMember', 'feedback.submit', words);
  const answers = ['好的', '已采纳', '再议'].map((text) =>
    stack.callAs('openid-cityAdmin', 'feedback.reply', { commandId: newCommandId(), id: feedback.id, text }),
  );
  const codes = (await Promise.all(answers)).map((reply) => (reply.ok ? 'ok' : reply.code));
  expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'ok']);
});

it('a long inbox is paged without a gap, two round trips besides the caller’s and the audit’s one a page', async () => {
  const at = Date.now() - 1_000_000;
  const filed = Array.from({ length: 45 }, (_, index) => ({
    _id: `f-many${String(index).padStart(2, '0')}`,
    memberId: 'otherMember',
    ticket: 't',
    kind: 'complaint' as const,
    text: 'x',
    at: at + Math.floor(index / 3),
    replyBy: '20261130',
    reply: null,
    state: 'open' as const,
  }));
  await stack.db.feedback.addAll(filed);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await stack.call('openid-cityAdmin', 'feedback.inbox', cursor === undefined ? {} : { cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen.filter((id) => id.startsWith('f-many'))).toHaveLength(45);
  expect(new Set(seen).size).toBe(seen.length);
  expect(stack.emulator.calls.last()?.roundTrips).toBe(4);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
});

it('a visitor and a disabled member file, read and add to their own; exactly ten an hour of each are taken', async () => {
  const words = { kind: 'complaint', text: '进不去' } as const;
  // What a member sent in before he joined is looked for with the first page.
  for (const [who, trips] of [
    ['openid-stranger', 2],
    ['openid-disabledMember', 3],
  ] as const) {
    const sendings = Array.from({ length: 14 }, () =>
      stack.callAs(who, 'feedback.submit', { commandId: newCommandId(), ...words }),
    );
    expect((await Promise.all(sendings)).filter(({ ok }) => ok)).toHaveLength(10);
    const { items } = await stack.call(who, 'feedback.mine', {});
    expect(items).toHaveLength(10);
    expect(stack.emulator.calls.last()?.roundTrips).toBe(trips);
    const more = { commandId: newCommandId(), id: items[0]?.id ?? '', text: '还是进不去' };
    const { feedback } = await stack.call(who, 'feedback.follow', more);
    expect(feedback.turns).toMatchObject([{ from: 'person', text: '还是进不去' }]);
  }
  expect(stack.emulator.calls.unindexed()).toEqual([]);
});
