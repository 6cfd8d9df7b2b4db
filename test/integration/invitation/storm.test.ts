import { command } from '../../support/domains';
import { printFigures } from '../../support/figures';
import { openid, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

/*
 * A whole year of freshmen opens one link in the same minute. `JOIN_STORM=2000` for as many as an invitation can let in;
 * fewer by default, so that it costs seconds.
 */

jest.setTimeout(600_000);

const NOW = Date.UTC(2026, 10, 29, 4);
const PEOPLE = Number(process.env.JOIN_STORM ?? 240);
/** One of eight more than there are places. */
const PLACES = PEOPLE - PEOPLE / 8;
/** Calls under way at a time: what phones of one hall do, not what a test can. */
const AT_ONCE = 60;

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW })));
afterAll(() => stack.stop());

const invite = async (limit: number) => {
  const plan = { orgId: 'eastBranch', days: 30, limit, approval: false, note: '' } as const;
  return (await stack.call(openid('secretary'), 'invitation.create', { commandId: command(limit), ...plan }))
    .invitation;
};
const accept = (who: string, code: string) =>
  stack.callAs(`openid-${who}`, 'invitation.accept', {
    commandId: command(Number(who.replace(/\D/g, ''))),
    code,
    name: '新同学',
    fourteenOrOlder: true,
  });

it('of many people with one link exactly as many get in as it has places, every one of whom tapped twice', async () => {
  const { id, code } = await invite(PLACES);
  const taps = Array.from({ length: PEOPLE }, (_, index) => [`new${index}`, `new${index}`]).flat();
  const outcomes = new Map<string, string[]>();
  const began = Date.now();
  let next = 0;
  const phone = async () => {
    for (let at = next++; at < taps.length; at = next++) {
      const who = taps[at] ?? '';
      const reply = await accept(who, code);
      outcomes.set(who, [...(outcomes.get(who) ?? []), reply.ok ? 'in' : reply.code]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, phone));
  const seconds = (Date.now() - began) / 1000;
  const inside = [...outcomes.values()].filter((told) => told.every((one) => one === 'in'));
  const outside = [...outcomes.values()].filter((told) => told.every((one) => one === 'INVITATION_FULL'));
  printFigures(`${PEOPLE} people with one link of ${PLACES} places`, {
    in: inside.length,
    full: outside.length,
    seconds: Math.round(seconds),
    'taps per second': Math.round(taps.length / seconds),
  });
  expect([inside.length, outside.length]).toEqual([PLACES, PEOPLE - PLACES]);
  const invitation = await stack.db.invitations.get(id);
  expect([invitation?.used, new Set(invitation?.places.map(({ k }) => k)).size]).toEqual([PLACES, PLACES]);
  expect(await stack.db.members.count({ orgIds: 'eastBranch', joinedAt: NOW })).toBeLessThanOrEqual(PLACES);
  expect(unindexed(stack)).toEqual([]);
});

it('costs as many round trips as it says', async () => {
  const { code } = await invite(3);
  await accept('last1', code);
  const first = trips(stack);
  await accept('last1', code);
  printFigures('joining by an invitation', { 'round trips': first ?? 0, again: trips(stack) ?? 0 });
  expect(first).toBeLessThanOrEqual(11);
});

it('WeChat draws the code of an invitation, and where it does not, that is said', async () => {
  const { id } = await invite(4);
  // The first picture loads what draws it, which a busy machine takes longer for than a call may.
  await stack.callAs(openid('secretary'), 'invitation.picture', { id });
  const picture = await stack.call(openid('secretary'), 'invitation.picture', { id });
  expect(picture.contentType).toBe('image/png');
  expect(Buffer.from(picture.base64, 'base64').subarray(1, 4).toString()).toBe('PNG');
  stack.emulator.wechat.set({ faults: { 'wxacode.getUnlimited': 'quota' } });
  const refused = await stack.callAs(openid('secretary'), 'invitation.picture', { id });
  stack.emulator.wechat.set({ faults: {} });
  expect(refused).toMatchObject({ ok: false, code: 'CODE_PICTURE_UNAVAILABLE' });
});
