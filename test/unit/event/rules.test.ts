import fc from 'fast-check';
import { QUEUE_MAX } from '../../../contract/constants';
import {
  commandKey,
  judgeLeaving,
  judgeSignUp,
  mayManage,
  maySee,
  seatsTaken,
  standingOf,
  waitingCount,
} from '../../../cloudfunctions/domains/event/rules/seats';
import { viewer } from '../kernel/people';

const queueOf = (...members: string[]) => members.map((m) => ({ m, c: `key of ${m}` }));
const NOW = 1_000_000;

describe('places', () => {
  it('go to the first in order, and the rest wait in order', () => {
    const event = { queue: queueOf('a', 'b', 'c', 'd'), capacity: 2 };
    expect(['a', 'b', 'c', 'd', 'e'].map((member) => standingOf(event, member))).toEqual([
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
        const event = { queue: queueOf(...Array.from({ length }, (_, index) => `m${index}`)), capacity };
        const standings = event.queue.map(({ m }) => standingOf(event, m));
        const seated = standings.filter(({ state }) => state === 'in').length;
        expect(seated).toBe(seatsTaken(event));
        expect(seated).toBeLessThanOrEqual(capacity);
        expect(seated + waitingCount(event)).toBe(length);
        expect(standings.flatMap((mine) => (mine.state === 'waiting' ? [mine.place] : []))).toEqual(
          Array.from({ length: waitingCount(event) }, (_, index) => index + 1),
        );
      }),
    );
  });
});

describe('signing up', () => {
  const event = {
    cancelled: false,
    deadline: NOW + 1,
    queued: 1,
    gone: ['undone'],
    queue: queueOf('other'),
    capacity: 1,
  };
  const me = { memberId: 'me', key: 'mine' };
  it.each([
    ['is open before the deadline', {}, 'go'],
    ['ends at the deadline', { deadline: NOW }, 'EVENT_CLOSED'],
    ['needs an event that takes place', { cancelled: true }, 'EVENT_CANCELLED'],
    ['takes one more than all but one', { queued: QUEUE_MAX - 1 }, 'go'],
    ['ends when the waitlist is full as well', { queued: QUEUE_MAX }, 'EVENT_FULL'],
    ['is done for its twin, even when all is over', { queue: [{ m: 'me', c: 'mine' }], cancelled: true }, 'done'],
    ['is only remembered of one who is in', { queue: queueOf('me'), cancelled: true, deadline: 0 }, 'again'],
    ['is done for a twin of what was cancelled since', { gone: ['mine'], deadline: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeSignUp({ ...event, ...more }, me, NOW)).toBe(verdict);
  });
});

describe('leaving', () => {
  const event = { startsAt: NOW + 1, gone: [], queue: queueOf('me'), capacity: 1 };
  const me = { memberId: 'me', key: 'mine' };
  it.each([
    ['is possible until the event begins', {}, 'go'],
    ['is not possible from then on', { startsAt: NOW }, 'EVENT_CLOSED'],
    ['needs a sign-up', { queue: queueOf('other') }, 'SIGNUP_NOT_FOUND'],
    ['is done for a twin, whatever the time is', { gone: ['mine'], queue: [], startsAt: 0 }, 'done'],
  ])('%s', (_name, more, verdict) => {
    expect(judgeLeaving({ ...event, ...more }, me, NOW)).toBe(verdict);
  });
});

it('nobody can make the key of another’s command', () => {
  expect(commandKey('a', 'command')).toBe(commandKey('a', 'command'));
  expect(commandKey('a', 'command')).not.toBe(commandKey('b', 'command'));
  expect(commandKey('ab', 'c')).not.toBe(commandKey('a', 'bc'));
});

describe('an event is seen', () => {
  const event = { orgId: 'd1', orgPath: ['root', 'd1'], queue: queueOf('guest'), capacity: 1 };
  const outside = { scope: ['root', 'd2'] };
  it('by the members of its subtree', () => expect(maySee(viewer('one'), event)).toBe(true));
  it('by nobody of another subtree', () => expect(maySee(viewer('one', outside), event)).toBe(false));
  it('by whoever signed up, wherever he belongs now', () => expect(maySee(viewer('guest', outside), event)).toBe(true));
  it('by those who run it from above', () => {
    const head = viewer('head', { ...outside, grants: [{ role: 'orgAdmin', orgId: 'root' }] });
    expect(maySee(head, event)).toBe(true);
    expect(mayManage(head, event)).toBe(true);
  });
  it('and run by organisers of its path only', () => {
    const judge = viewer('judge', { grants: [{ role: 'judge', orgId: 'd1' }] });
    const beside = viewer('beside', { grants: [{ role: 'orgAdmin', orgId: 'd2' }] });
    expect([judge, beside].map((who) => mayManage(who, event))).toEqual([false, false]);
  });
});
