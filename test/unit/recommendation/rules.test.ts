import {
  judgeRevision,
  mayEdit,
  maySee,
  publicationTime,
  stateOf,
  visibleTo,
} from '../../../cloudfunctions/domains/recommendation/rules/publication';
import { viewer } from '../kernel/people';

const NOW = 1_000_000_000_000;
const YEAR = 365 * 86_400_000;

it('is scheduled until its time, published from then on, and withdrawn whenever', () => {
  expect(stateOf({ withdrawn: false, publishAt: NOW + 1 }, NOW)).toBe('scheduled');
  expect(stateOf({ withdrawn: false, publishAt: NOW }, NOW)).toBe('published');
  expect(stateOf({ withdrawn: true, publishAt: NOW - 1 }, NOW)).toBe('withdrawn');
});

it('is published at once, or ahead within a year', () => {
  expect([publicationTime(undefined, NOW), publicationTime(null, NOW)]).toEqual([NOW, NOW]);
  expect([NOW + 1, NOW + YEAR].map((asked) => publicationTime(asked, NOW))).toEqual([NOW + 1, NOW + YEAR]);
  for (const asked of [NOW, NOW - 1, NOW + YEAR + 1]) {
    expect(publicationTime(asked, NOW)).toMatchObject([{ path: 'publishAt' }]);
  }
});

describe('who sees it', () => {
  const doc = { orgId: 'd1', orgPath: ['root', 'd1'], withdrawn: false, publishAt: NOW };
  const scheduled = { ...doc, publishAt: NOW + 1 };
  const withdrawn = { ...doc, withdrawn: true };
  const outside = { scope: ['root', 'd2'] };
  const member = viewer('member');
  const stranger = viewer('stranger', outside);
  const secretary = viewer('secretary', { ...outside, grants: [{ role: 'orgAdmin', orgId: 'root' }] });
  const judge = viewer('judge', { grants: [{ role: 'judge', orgId: 'd1' }] });

  it('members of the subtree, once it is published', () => {
    expect([doc, scheduled, withdrawn].map((one) => maySee(member, one, NOW))).toEqual([true, false, false]);
    expect([doc, scheduled, withdrawn].map((one) => maySee(judge, one, NOW))).toEqual([true, false, false]);
  });
  it('nobody else', () => expect(maySee(stranger, doc, NOW)).toBe(false));
  it('organisers of its path, in every state', () => {
    expect([doc, scheduled, withdrawn].map((one) => maySee(secretary, one, NOW))).toEqual([true, true, true]);
    expect([member, stranger, judge, secretary].map((who) => mayEdit(who, doc))).toEqual([false, false, false, true]);
  });
  it('by a query that says the same', () => {
    expect(visibleTo(member, NOW)).toEqual({
      orgId: { op: 'in', values: member.scope },
      withdrawn: false,
      publishAt: { op: 'lte', value: NOW },
    });
  });
});

describe('a revision', () => {
  const fields = [{ path: 'publishAt', message: '定时发布的时间须在此刻之后' }];
  const published = { commands: ['earlier'], version: 2, publishAt: NOW };
  const scheduled = { ...published, publishAt: NOW + 1000 };
  const revision = { commandId: 'this', version: 2 };
  it.each([
    ['that was seen changes nothing', published, { commandId: 'earlier', version: 1 }, { kind: 'seen' }],
    ['of an older version is a conflict', published, { version: 1 }, { kind: 'refused', code: 'CONFLICT' }],
    ['leaves the time alone where none is named', scheduled, {}, { kind: 'revise', publishAt: NOW + 1000 }],
    ['may name the same time', published, { publishAt: NOW }, { kind: 'revise', publishAt: NOW }],
    ['may move a time to come', scheduled, { publishAt: NOW + 5 }, { kind: 'revise', publishAt: NOW + 5 }],
    ['may publish at once', scheduled, { publishAt: null }, { kind: 'revise', publishAt: NOW }],
    ['needs a possible time', scheduled, { publishAt: NOW - 5 }, { kind: 'refused', code: 'SCHEDULE_INVALID', fields }],
    ['at once is no change once it is out', published, { publishAt: null }, { kind: 'revise', publishAt: NOW }],
    ['moves nothing once it is out', published, { publishAt: NOW + 5 }, { kind: 'refused', code: 'ALREADY_PUBLISHED' }],
  ])('%s', (_name, doc, input, verdict) => {
    expect(judgeRevision(doc, { ...revision, ...input }, NOW)).toEqual(verdict);
  });
});
