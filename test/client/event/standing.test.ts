import { QUEUE_MAX } from '@contract/shared/participation/constants';
import { closedAdvice, mineText, placesText, signUpLabel, standingOf } from '@/features/event/standing';

const now = 1_800_000_000_000;
const hour = 3_600_000;
const open = {
  startsAt: now + 48 * hour,
  endsAt: now + 50 * hour,
  deadline: now + 24 * hour,
  capacity: 20,
  left: 3,
  waiting: 0,
  cancelled: false,
};
const full = { ...open, left: 0, waiting: 5 };

describe('where an event stands', () => {
  it('tells the exact number of places left', () => {
    expect(placesText(open, now)).toBe('还有 3 席');
    expect(signUpLabel(open, now)).toBe('报名');
  });

  it('tells a full event with the people waiting, and the place one would get', () => {
    expect(placesText(full, now)).toBe('已满，候补 5 人');
    expect(signUpLabel(full, now)).toBe('加入候补，排第 6 位');
    expect(placesText({ ...full, waiting: 0 }, now)).toBe('已满，可候补');
  });

  it('takes sign-ups up to the deadline and not after', () => {
    expect(standingOf(open, open.deadline)).toBe('open');
    expect(standingOf(open, open.deadline + 1)).toBe('closed');
    expect(signUpLabel(open, open.deadline + 1)).toBeNull();
  });

  it('puts cancelled before everything, then over, running, closed, full', () => {
    expect(standingOf({ ...open, cancelled: true }, open.endsAt)).toBe('cancelled');
    expect(standingOf(full, open.endsAt)).toBe('over');
    expect(standingOf(full, open.startsAt)).toBe('running');
    expect(standingOf(full, open.deadline + 1)).toBe('closed');
  });

  it('offers no waitlist place that the server would refuse', () => {
    const crowded = { ...full, waiting: QUEUE_MAX - full.capacity };
    expect(standingOf(crowded, now)).toBe('queueFull');
    expect(signUpLabel(crowded, now)).toBeNull();
  });

  it('gives advice exactly where signing up is impossible', () => {
    const moments = [now, open.deadline + 1, open.startsAt, open.endsAt];
    for (const at of moments)
      for (const event of [open, full, { ...open, cancelled: true }])
        expect(closedAdvice(event, at) === null).toBe(signUpLabel(event, at) !== null);
  });
});

describe('my place', () => {
  it('is a seat, a number on the waitlist, or nothing', () => {
    expect(mineText({ state: 'in' })).toBe('已报名');
    expect(mineText({ state: 'waiting', place: 2 })).toBe('候补第 2 位');
    expect(mineText({ state: 'none' })).toBeNull();
  });
});
