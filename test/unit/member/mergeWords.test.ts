import type { MergeDoc } from '../../../cloudfunctions/domains/member/collections';
import {
  agreed,
  askedAbove,
  endingBy,
  mergeByCode,
  mergeProposed,
} from '../../../cloudfunctions/domains/member/rules/merging';
import { mergeView } from '../../../cloudfunctions/domains/member/rules/mergeView';
import { mergeWaiting } from '../../../cloudfunctions/domains/member/rules/mergeWaiting';
import { MERGE_AGREED_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';

/* How a merge reads for each of those concerned. */

const NOW = 1000;
const proposed = mergeProposed({ from: 'old', to: 'new', by: 'lead', reason: '换了微信' }, 'c1', NOW);
const byCode = mergeByCode('new', 'c2', 'secret', NOW);
const both: MergeDoc = { ...byCode, ...agreed(byCode, NOW), fromId: 'old', people: ['old', 'new'] };
const waiting: MergeDoc = { ...proposed, ...agreed(proposed, NOW) };
const record = (_id: string, name: string) => ({
  ...{ _id, name, orgIds: ['branch', 'gone'] },
  nodes: [{ _id: 'branch', name: '东支部' }],
  joinedAt: NOW,
});
const records = new Map([
  ['old', record('old', '林晓')],
  ['new', record('new', '林 晓')],
]);

describe('on 我的', () => {
  const rows = (merge: MergeDoc, who: string) =>
    mergeWaiting(merge, who).map(({ source, title, asks }) => `${source}${asks ? '?' : ''} ${title}`);

  it('a proposal asks the record that stays, tells the one that goes, and waits for who made it', () => {
    expect(rows(proposed, 'new')).toEqual(['member.asked? 有一个旧账号，是您的吗']);
    expect(rows(proposed, 'old')).toEqual(['member.told? 有人提出把这个账号并到别的账号']);
    expect(rows(proposed, 'lead')).toEqual(['member.began 您提出的账号合并']);
  });

  it('one that was agreed to is still asked of the one that goes, and waits for the others', () => {
    expect(rows(waiting, 'old')).toEqual(['member.told? 有人提出把这个账号并到别的账号']);
    expect(rows(waiting, 'new')).toEqual(['member.began 账号合并已同意']);
    expect(rows(both, 'old')).toEqual(['member.began 账号合并已同意']);
  });

  it('one that nobody answered asks above, and waits for all others', () => {
    const review: MergeDoc = { ...proposed, ...askedAbove(['city', 'east'], NOW) };
    expect(rows(review, 'chief')).toEqual(['member.review? 一次账号合并要您同意']);
    expect(rows(review, 'old')).toEqual(['member.told? 有人提出把这个账号并到别的账号']);
    expect(rows(review, 'new')).toEqual(['member.began 账号合并等上级同意']);
    expect(rows(review, 'lead')).toEqual(['member.began 账号合并等上级同意']);
  });

  it('one that is being carried out says so, and one that is over or that nobody answered has no row', () => {
    expect(rows({ ...waiting, state: 'merging' }, 'new')).toEqual(['member.began 正在合并账号']);
    for (const state of ['code', 'done', 'ended'] as const) expect(rows({ ...proposed, state }, 'new')).toEqual([]);
  });
});

describe('a merge', () => {
  it('shows the code on the record that stays alone, while it waits', () => {
    expect(mergeView(byCode, records, 'new')).toMatchObject({ side: 'to', code: byCode.code, from: null });
    expect(mergeView(byCode, records, 'other')).toMatchObject({ side: 'above', code: null });
    expect(mergeView(both, records, 'new')).toMatchObject({ side: 'to', code: null });
  });

  it('names both records with the orgs that there still are, and when it goes on', () => {
    expect(mergeView(waiting, records, 'old')).toMatchObject({
      side: 'from',
      from: { id: 'old', name: '林晓', orgs: ['东支部'] },
      to: { id: 'new', name: '林 晓', orgs: ['东支部'] },
      dueAt: NOW + MERGE_OBJECT_MS,
    });
    expect(mergeView(both, records, 'old')).toMatchObject({ dueAt: NOW + MERGE_AGREED_MS });
  });

  it('tells whoever agrees above who proposed it and since when there are both records, and nobody else', () => {
    const review: MergeDoc = { ...proposed, ...askedAbove(['city', 'east'], NOW) };
    const known = new Map([...records, ['lead', record('lead', '苏知')]]);
    expect(mergeView(review, known, 'chief')).toMatchObject({
      ...{ side: 'above', mayAgree: true },
      judgedBy: { by: '苏知', fromJoinedAt: NOW, toJoinedAt: NOW },
    });
    for (const who of ['old', 'new', 'lead']) expect(mergeView(review, known, who).judgedBy).toBeNull();
    expect(mergeView(review, new Map(), 'chief').judgedBy).toEqual({ by: null, fromJoinedAt: null, toJoinedAt: null });
  });

  it('asks nobody above where there is no city any more', () => {
    expect(askedAbove([], NOW)).toMatchObject({ orgId: '', orgPath: [], state: 'review' });
  });

  it('names no record that is gone, nor one twice where both have become one', () => {
    expect(mergeView(waiting, new Map(), 'lead')).toMatchObject({ side: 'by', from: null, to: null });
    expect(mergeView({ ...waiting, fromId: 'new' }, records, 'new')).toMatchObject({ from: null, to: { id: 'new' } });
  });

  it.each(['done', 'ended'] as const)('that is over has no date any more: %s', (state) => {
    expect(mergeView({ ...waiting, state }, records, 'new').dueAt).toBeNull();
  });

  it('is taken back by who began it, objected to by who was not asked, and declined by who was', () => {
    expect(['lead', 'old', 'new'].map((who) => endingBy(proposed, who))).toEqual(['withdrawn', 'objected', 'declined']);
    expect(endingBy(byCode, 'new')).toBe('withdrawn');
    expect(endingBy({ ...proposed, aboveId: 'chief' }, 'chief')).toBe('refused');
  });
});
