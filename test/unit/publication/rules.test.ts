import {
  judgeRevision,
  maySee as maySeeBy,
  newPublication,
  publicationTime,
  publishedTo,
  stateOf,
} from '../../../cloudfunctions/shared/publication/rules/publication';
import {
  inScopeOf,
  isInScope,
  managedBy,
  mayManage as mayManageBy,
  ownedBy,
} from '../../../cloudfunctions/shared/scope/rules/scope';
import type { Viewer } from '../../../cloudfunctions/kernel/context';
import { viewer } from '../kernel/people';

const NOW = 1_000_000_000_000;
const YEAR = 365 * 86_400_000;
const PERMISSION = 'recommendation:publish';
const maySee = (who: Viewer, doc: Parameters<typeof maySeeBy>[2], now: number) => maySeeBy(who, PERMISSION, doc, now);
const mayManage = (who: Viewer, doc: { orgPath: string[] }) => mayManageBy(who, PERMISSION, doc);

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
    expect([member, stranger, judge, secretary].map((who) => mayManage(who, doc))).toEqual([false, false, false, true]);
  });
  it('by a query that says the same', () => {
    expect(publishedTo(member, NOW)).toEqual({
      orgId: { op: 'in', values: member.scope },
      withdrawn: false,
      publishAt: { op: 'lte', value: NOW },
    });
  });
});

it('is new with its org and its writer, and nothing done to it', () => {
  const org = { _id: 'd1', name: '一区', path: ['root', 'd1'] };
  expect(newPublication({ org, memberId: 'm1', publishAt: NOW + 5 }, NOW)).toEqual({
    orgId: 'd1',
    orgPath: ['root', 'd1'],
    orgName: '一区',
    memberId: 'm1',
    publishAt: NOW + 5,
    withdrawn: false,
    version: 1,
    createdAt: NOW,
    commands: [],
  });
});

describe('lists of things of orgs', () => {
  const head = viewer('head', { scope: ['root', 'd1'], grants: [{ role: 'orgAdmin', orgId: 'd1' }] });
  it('have what everybody below an org sees of it', () => {
    expect(inScopeOf(head)).toEqual({ orgId: { op: 'in', values: ['root', 'd1'] } });
    expect([isInScope(head, { orgId: 'root' }), isInScope(head, { orgId: 'd2' })]).toEqual([true, false]);
  });
  it('have what the viewer runs with all below, or without', () => {
    expect(managedBy(head, PERMISSION)).toEqual({ orgPath: { op: 'in', values: ['d1'] } });
    expect(ownedBy(head, PERMISSION)).toEqual({ orgId: { op: 'in', values: ['d1'] } });
    expect(managedBy(head, 'feedback:answer')).toEqual({ orgPath: { op: 'in', values: [] } });
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
