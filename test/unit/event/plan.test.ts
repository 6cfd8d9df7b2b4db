import { judgeRevision } from '../../../cloudfunctions/domains/event/rules/plan';

const NOW = 1_000_000;
const fields = [{ path: 'endsAt', message: '结束须晚于开始' }];
const times = { deadline: NOW + 1, startsAt: NOW + 1, endsAt: NOW + 2 };

describe('a revision', () => {
  const standing = { ...times, capacity: 5, cancelled: false, commands: ['earlier'], version: 3, queued: 3 };
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
    ['needs possible times', { endsAt: NOW }, {}, { kind: 'refused', code: 'EVENT_TIMES_INVALID', fields }],
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
