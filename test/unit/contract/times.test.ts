import { scheduleError, timeErrors } from '../../../contract/times';

const NOW = 1_000_000;
const times = { deadline: NOW + 1, startsAt: NOW + 1, endsAt: NOW + 2 };
const wrong = (more: Partial<typeof times>, before?: typeof times) =>
  timeErrors({ ...times, ...more }, NOW, before).map(({ path }) => path);

describe('times of an event', () => {
  it.each([
    ['a deadline at the start, the end after it', {}, []],
    ['a deadline after the start', { deadline: NOW + 2, endsAt: NOW + 3 }, ['deadline']],
    ['an end at the start', { endsAt: NOW + 1 }, ['endsAt']],
    ['a deadline that is now', { deadline: NOW }, ['deadline']],
    ['a start that has passed', { startsAt: NOW - 1, deadline: NOW - 1 }, ['startsAt', 'deadline']],
    ['everything at once', { startsAt: NOW, endsAt: NOW, deadline: NOW + 1 }, ['startsAt', 'endsAt', 'deadline']],
  ])('%s: each wrong field is named', (_name, more, paths) => {
    expect(wrong(more)).toEqual(paths);
  });

  it('that have passed may stay as they are when something else is corrected', () => {
    const past = { deadline: NOW - 5, startsAt: NOW - 4, endsAt: NOW + 9 };
    expect(wrong(past, past)).toEqual([]);
    expect(wrong({ ...past, endsAt: NOW - 1 }, past)).toEqual([]);
  });

  it('that change must lie ahead', () => {
    const past = { deadline: NOW - 5, startsAt: NOW - 4, endsAt: NOW + 9 };
    expect(wrong({ ...past, deadline: NOW - 6 }, past)).toEqual(['deadline']);
    expect(wrong({ ...past, startsAt: NOW - 3 }, past)).toEqual(['startsAt']);
    expect(wrong({ ...past, startsAt: NOW + 3 }, past)).toEqual([]);
  });
});

test('a time to publish at lies ahead, by a year at most', () => {
  const year = 365 * 86_400_000;
  expect([scheduleError(NOW + 1, NOW), scheduleError(NOW + year, NOW)]).toEqual([undefined, undefined]);
  expect(scheduleError(NOW, NOW)).toContain('此刻之后');
  expect(scheduleError(NOW + year + 1, NOW)).toContain('一年');
});
