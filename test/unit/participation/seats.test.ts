import fc from 'fast-check';
import { QUEUE_MAX } from '../../../contract/shared/participation/constants';
import { fromEntry, toEntry } from '../../../cloudfunctions/shared/participation/rules/entries';
import {
  commandKey,
  judgeLeaving,
  judgeSignUp,
  placeIn,
  seatsLeft,
  seatsTaken,
  seenBy,
  standingOf,
  waitingCount,
} from '../../../cloudfunctions/shared/participation/rules/seats';
import type { Open, QueueEntry } from '../../../cloudfunctions/shared/participation/shape';

const NOW = 1_000_000;
const entryOf = (m: string): QueueEntry => ({ m, c: `key of ${m}`, at: 0, a: [] });
const open = (members: readonly string[], more: Partial<Open> = {}): Open => ({
  _id: 'one',
  capacity: 1,
  deadline: NOW + 1,
  startsAt: NOW + 1,
  cancelled: false,
  form: [],
  queue: members.map(entryOf),
  queued: members.length,
  ...more,
});

describe('places', () => {
  it('go to the first in order, and the rest wait in order', () => {
    const doc = open(['a', 'b', 'c', 'd'], { capacity: 2 });
    expect(['a', 'b', 'c', 'd', 'e'].map((member) => standingOf(seenBy(doc, member)))).toEqual([
      { state: 'in' },
      { state: 'in' },
      { state: 'waiting', place: 1 },
      { state: 'waiting', place: 2 },
      { state: 'none' },
    ]);
  });

  it('are never more than there are, and everybody queued has a seat or waits', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.integer({ min: 1, max: 30 }), (length, capacity) => {
        const members = Array.from({ length }, (_, index) => `m${index}`);
        const doc = open(members, { capacity });
        const standings = members.map((member) => standingOf(seenBy(doc, member)));
        const seated = standings.filter(({ state }) => state === 'in').length;
        expect(seated).toBe(seatsTaken(doc));
        expect(seated).toBeLessThanOrEqual(capacity);
        expect(seated + seatsLeft(doc)).toBe(capacity);
        expect(seated + waitingCount(doc)).toBe(length);
        expect(standings.flatMap((mine) => (mine.state === 'waiting' ? [mine.place] : []))).toEqual(
          Array.from({ length: waitingCount(doc) }, (_, index) => index + 1),
        );
      }),
    );
  });
});

it('one member sees nothing of the others, and of himself his own sign-up', () => {
  const doc = open(['other', 'me'], { voided: ['spent'] });
  const rest = { ...doc };
  delete rest.voided;
  delete (rest as Partial<Open>).queue;
  expect(seenBy(doc, 'me')).toEqual({ ...rest, position: 1 });
  const mine = { ...rest, position: 1, signUp: fromEntry(entryOf('me')) };
  expect(placeIn(doc, { memberId: 'me', key: 'new' })).toEqual({ ...mine, isVoid: false });
  expect(placeIn(doc, { memberId: 'me', key: 'spent' })).toEqual({ ...mine, isVoid: true });
  const { isVoid, signUp } = placeIn(open([]), { memberId: 'me', key: 'new' });
  expect([isVoid, signUp]).toEqual([false, undefined]);
});

it('a sign-up is stored under short names, and read again as it was', () => {
  const plain = { m: 'me', c: 'key', at: 1, a: [] };
  expect(fromEntry(plain)).toEqual({ memberId: 'me', key: 'key', at: 1, answers: [] });
  expect(toEntry(fromEntry(plain))).toEqual(plain);
});

describe('signing up', () => {
  const doc = { cancelled: false, deadline: NOW + 1, queued: 1, isVoid: false };
  it.each([
    ['is open before the deadline', {}, 'go'],
    ['ends at the deadline', { deadline: NOW }, 'closed'],
    ['needs what takes place', { cancelled: true }, 'cancelled'],
    ['takes one more than all but one', { queued: QUEUE_MAX - 1 }, 'go'],
    ['ends when the waitlist is full as well', { queued: QUEUE_MAX }, 'full'],
    ['is done for its retry, even when all is over', { signUp: { key: 'mine' }, cancelled: true }, 'done'],
    ['is only remembered of one who is in', { signUp: { key: 'earlier' }, cancelled: true, deadline: 0 }, 'again'],
    ['is done for a retry of what was cancelled since', { isVoid: true, deadline: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeSignUp({ ...doc, ...more }, 'mine', NOW)).toBe(verdict);
  });
});

describe('leaving', () => {
  const doc = { startsAt: NOW + 1, signUp: {}, isVoid: false };
  it.each([
    ['is possible until it begins', {}, 'go'],
    ['is not possible from then on', { startsAt: NOW }, 'begun'],
    ['needs a sign-up', { signUp: undefined }, 'absent'],
    ['is done for a retry, whatever the time is', { isVoid: true, signUp: undefined, startsAt: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeLeaving({ ...doc, ...more }, NOW)).toBe(verdict);
  });
});

it('nobody can make the key of another’s command', () => {
  expect(commandKey('a', 'command')).toBe(commandKey('a', 'command'));
  expect(commandKey('a', 'command')).not.toBe(commandKey('b', 'command'));
  expect(commandKey('ab', 'c')).not.toBe(commandKey('a', 'bc'));
});
