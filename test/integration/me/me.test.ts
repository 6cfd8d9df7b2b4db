import { dayOf } from '../../../contract/day';
import { waitingProviders } from '../../../cloudfunctions/domains/me/waiting';
import type { Stack } from '../../support/stack';
import { newCommandId, startStack } from '../../support/stack';
import { buildCity, halfPast } from '../authz/city';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: halfPast() });
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

const join = (who: string, joinCode: string, name = '小江', commandId = newCommandId()) =>
  stack.callAs(who, 'me.join', { commandId, joinCode, name, fourteenOrOlder: true });
const lastCall = () => {
  const last = stack.emulator.calls.last();
  if (last === undefined) throw new Error('no call');
  return last;
};

it('joining makes a member whom the next call knows, and the openid leaves with neither', async () => {
  const reply = await join('openid-one', 'joinb1');
  expect(reply).toMatchObject({ ok: true, data: { member: { name: '小江' }, orgs: [{ id: 'b1', kind: 'branch' }] } });
  const session = await stack.call('openid-one', 'me.session', {});
  expect(session.day).toBe(dayOf(session.now));
  expect(JSON.stringify([reply, session])).not.toContain('openid');
  expect(JSON.stringify(await stack.db.audit.find({}, { limit: 100 }))).not.toMatch(/openid|小江/);
});

it('parallel joinings of one person make one member, and all that asked the same get the same', async () => {
  const replies = await Promise.all(Array.from({ length: 9 }, () => join('openid-two', 'JOINB1')));
  const ids = replies.map((reply) => (reply.ok ? reply.data.member.id : reply.code));
  expect(new Set(ids).size).toBe(1);
  expect(await stack.db.members.count({ openid: 'openid-two' })).toBe(1);
});

it('two different joinings at once make one member of both orgs', async () => {
  const replies = await Promise.all([join('openid-three', 'JOINB1'), join('openid-three', 'JOINB2')]);
  expect(replies.every(({ ok }) => ok)).toBe(true);
  const found = await stack.db.members.find({ openid: 'openid-three' }, { limit: 2 });
  expect(found.map(({ orgIds }) => [...orgIds].sort())).toEqual([['b1', 'b2']]);
});

it('guessing codes ends after ten an hour', async () => {
  const codes: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    const reply = await join('openid-guesser', `GUESS${index}`);
    codes.push(reply.ok ? 'ok' : reply.code);
  }
  expect(codes.filter((code) => code === 'JOIN_CODE_UNKNOWN')).toHaveLength(10);
  expect(codes.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});

it('a session costs two round trips, today four, and every query has its index', async () => {
  await stack.call('openid-member', 'me.session', {});
  expect(lastCall().roundTrips).toBe(2);
  await stack.call('openid-member', 'home.today', {});
  await stack.call('openid-member', 'home.today', {});
  expect(lastCall().roundTrips).toBe(4);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
});

it('who belongs to six orgs pays no more: today four round trips, a session two, what waits one for each domain that asks', async () => {
  const orgIds = ['root', 'd1', 'd2', 'b1', 'b2', 'b3'];
  await stack.db.members.update({ _id: 'otherMember' }, { set: { orgIds, scope: orgIds } });
  // The desk is made when it is first needed.
  await stack.call('openid-otherMember', 'home.today', {});
  await stack.call('openid-otherMember', 'home.today', {});
  expect(lastCall().roundTrips).toBeLessThanOrEqual(4);
  const { orgs } = await stack.call('openid-otherMember', 'me.session', {});
  expect([orgs.length, lastCall().roundTrips]).toEqual([6, 2]);
  await stack.call('openid-otherMember', 'me.waiting', {});
  expect(lastCall().roundTrips).toBeLessThanOrEqual(1 + waitingProviders.length);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
});

it('today shows what was just done: the book on the desk, the day, the recommendation, the event', async () => {
  await stack.call('openid-member', 'shelf.move', { commandId: newCommandId(), bookId: 'k1', to: 'reading' });
  const when = { kind: 'tap', elapsedMs: 0 } as const;
  await stack.call('openid-member', 'checkin.submit', { commandId: newCommandId(), bookId: 'k1', when });
  await stack.call('openid-member', 'event.signUp', { commandId: newCommandId(), id: 'e-b1', answers: [] });
  const today = await stack.call('openid-member', 'home.today', {});
  expect(today.desk.map(({ title }) => title)).toEqual(['乡土中国']);
  expect(today.days.map(({ day }) => day)).toEqual([today.day]);
  expect(['canaryb1', 'canaryd1', 'canaryroot']).toContain(today.recommendation?.reason);
  expect(today.event).toMatchObject({ id: 'e-b1', seated: true });
});
