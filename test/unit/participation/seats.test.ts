import fc from 'fast-check';
import { QUEUE_MAX } from '../../../contract/shared/participation/constants';
import {
  commandKey,
  judgeLeaving,
  judgeSignUp,
  seatsTaken,
  standingOf,
  waitingCount,
} from '../../../cloudfunctions/shared/participation/rules/seats';

const queueOf = (...members: string[]) => members.map((m) => ({ m, c: `key of ${m}` }));
const NOW = 1_000_000;

describe('places', () => {
  it('go to the first in order, and the rest wait in order', () => {
    const doc = { queue: queueOf('a', 'b', 'c', 'd'), capacity: 2 };
    expect(['a', 'b', 'c', 'd', 'e'].map((member) => standingOf(doc, member))).toEqual([
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
        const doc = { queue: queueOf(...Array.from({ length }, (_, index) => `m${index}`)), capacity };
        const standings = doc.queue.map(({ m }) => standingOf(doc, m));
        const seated = standings.filter(({ state }) => state === 'in').length;
        expect(seated).toBe(seatsTaken(doc));
        expect(seated).toBeLessThanOrEqual(capacity);
        expect(seated + waitingCount(doc)).toBe(length);
        expect(standings.flatMap((mine) => (mine.state === 'waiting' ? [mine.place] : []))).toEqual(
          Array.from({ length: waitingCount(doc) }, (_, index) => index + 1),
        );
      }),
    );
  });
});

describe('signing up', () => {
  const doc = {
    cancelled: false,
    deadline: NOW + 1,
    queued: 1,
    voided: ['undone'],
    queue: queueOf('other'),
    capacity: 1,
  };
  const me = { memberId: 'me', key: 'mine' };
  it.each([
    ['is open before the deadline', {}, 'go'],
    ['ends at the deadline', { deadline: NOW }, 'closed'],
    ['needs an event that takes place', { cancelled: true }, 'cancelled'],
    ['takes one more than all but one', { queued: QUEUE_MAX - 1 }, 'go'],
    ['ends when the waitlist is full as well', { queued: QUEUE_MAX }, 'full'],
    ['is done for its twin, even when all is over', { queue: [{ m: 'me', c: 'mine' }], cancelled: true }, 'done'],
    ['is only remembered of one who is in', { queue: queueOf('me'), cancelled: true, deadline: 0 }, 'again'],
    ['is done for a twin of what was cancelled since', { voided: ['mine'], deadline: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeSignUp({ ...doc, ...more }, me, NOW)).toBe(verdict);
  });
});

describe('leaving', () => {
  const doc = { startsAt: NOW + 1, voided: [], queue: queueOf('me'), capacity: 1 };
  const me = { memberId: 'me', key: 'mine' };
  it.each([
    ['is possible until the event begins', {}, 'go'],
    ['is not possible from then on', { startsAt: NOW }, 'begun'],
    ['needs a sign-up', { queue: queueOf('other') }, 'absent'],
    ['is done for a twin, whatever the time is', { voided: ['mine'], queue: [], startsAt: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeLeaving({ ...doc, ...more }, me, NOW)).toBe(verdict);
  });
});

it('nobody can make the key of another’s command', () => {
  expect(commandKey('a', 'command')).toBe(commandKey('a', 'command'));
  expect(commandKey('a', 'command')).not.toBe(commandKey('b', 'command'));
  expect(commandKey('ab', 'c')).not.toBe(commandKey('a', 'bc'));
});
