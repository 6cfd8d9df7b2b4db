import { judgeRevision, timesFit } from '../../../cloudfunctions/domains/event/plan';

const NOW = 1_000_000;
const times = { deadline: NOW + 1, startsAt: NOW + 1, endsAt: NOW + 2 };

describe('times', () => {
  it.each([
    ['a deadline at the start, the end after it', {}, true],
    ['a deadline after the start', { deadline: NOW + 2, endsAt: NOW + 3 }, false],
    ['an end at the start', { endsAt: NOW + 1 }, false],
    ['a deadline that is now', { deadline: NOW }, false],
  ])('of a new event: %s', (_name, more, fit) => {
    expect(timesFit({ ...times, ...more }, NOW)).toBe(fit);
  });

  it('that have passed may stay as they are when something else is corrected', () => {
    const past = { deadline: NOW - 5, startsAt: NOW - 4, endsAt: NOW + 9 };
    expect(timesFit(past, NOW, past)).toBe(true);
    expect(timesFit({ ...past, endsAt: NOW - 1 }, NOW, past)).toBe(true);
  });

  it('that change must lie ahead', () => {
    const past = { deadline: NOW - 5, startsAt: NOW - 4, endsAt: NOW + 9 };
    expect(timesFit({ ...past, deadline: NOW - 6 }, NOW, past)).toBe(false);
    expect(timesFit({ ...past, startsAt: NOW - 3 }, NOW, past)).toBe(false);
    expect(timesFit({ ...past, startsAt: NOW + 3 }, NOW, past)).toBe(true);
  });
});

describe('a revision', () => {
  const queue = ['a', 'b', 'c'].map((m) => ({ m }));
  const standing = { ...times, capacity: 5, cancelled: false, commands: ['earlier'], version: 3, queue };
  const revision = {
    ...times,
    title: '诵读',
    kind: 'recitation' as const,
    place: '青年之家',
    about: '介绍',
    capacity: 5,
    commandId: 'this',
    version: 3,
  };
  it.each([
    ['stands', {}, {}, { kind: 'go' }],
    ['that was seen changes nothing', { commandId: 'earlier', version: 1 }, {}, { kind: 'seen' }],
    ['of an older version is a conflict', { version: 2 }, {}, { kind: 'refused', code: 'CONFLICT' }],
    ['of a cancelled event is refused', {}, { cancelled: true }, { kind: 'refused', code: 'EVENT_CANCELLED' }],
    ['needs possible times', { endsAt: NOW }, {}, { kind: 'refused', code: 'EVENT_TIMES_INVALID' }],
    ['may cut seats down to those that are taken', { capacity: 3 }, {}, { kind: 'go' }],
    ['may add seats while people wait', { capacity: 3 }, { capacity: 2 }, { kind: 'go' }],
  ])('%s', (_name, input, event, verdict) => {
    expect(judgeRevision({ ...standing, ...event }, { ...revision, ...input }, NOW)).toEqual(verdict);
  });

  it('takes a seat from nobody, and says how many there must be', () => {
    expect(judgeRevision(standing, { ...revision, capacity: 2 }, NOW)).toEqual({
      kind: 'refused',
      code: 'BAD_INPUT',
      fields: [{ path: 'capacity', message: '已有 3 人占到名额，名额不能少于 3' }],
    });
    expect(judgeRevision({ ...standing, capacity: 2 }, { ...revision, capacity: 1 }, NOW)).toMatchObject({
      fields: [{ message: '已有 2 人占到名额，名额不能少于 2' }],
    });
  });
});
