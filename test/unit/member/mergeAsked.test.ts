import { mergeView } from '../../../cloudfunctions/domains/member/rules/mergeView';
import { mergeWaiting } from '../../../cloudfunctions/domains/member/rules/mergeWaiting';
import {
  agreed,
  askedOf,
  isHis,
  mergeByCode,
  mergeProposed,
} from '../../../cloudfunctions/domains/member/rules/merging';
import { MERGE_AGREED_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';

/* What those concerned see of a merge, and who of them is asked. */

const proposed = mergeProposed({ from: 'old', to: 'new', by: 'head', reason: '换了微信' }, 'command-000000000001', 0);
const byCode = mergeByCode('new', 'command-000000000002', 'secret', 0);
const record = (id: string) => ({ _id: id, name: '林晓', orgIds: [], nodes: [], joinedAt: 7 });
const records = new Map(['old', 'new'].map((id) => [id, record(id)]));

describe('who is asked', () => {
  it.each([
    ['the record that stays', proposed, 'new', 'to'],
    ['the record that goes', proposed, 'old', 'from'],
    ['the record that goes, also when the other agreed', { ...proposed, ...agreed(proposed, 0) }, 'old', 'from'],
    ['the record that stays only once', { ...proposed, ...agreed(proposed, 0) }, 'new', undefined],
    ['the record that goes only once', { ...proposed, fromAgreed: true }, 'old', undefined],
    [
      'the record that goes, also while those above are asked',
      { ...proposed, state: 'review' as const },
      'old',
      'from',
    ],
    ['nobody when it has begun', { ...proposed, state: 'merging' as const }, 'old', undefined],
    ['never whoever proposed it', proposed, 'head', undefined],
    ['never whoever proposed it, were he one of the two', { ...proposed, byId: 'new' }, 'new', undefined],
    ['nobody else', proposed, 'reader', undefined],
    ['whoever sees it above, of neither record', { ...proposed, state: 'review' as const }, 'chief', undefined],
    ['nobody by a code, which says it', byCode, 'new', undefined],
  ])('%s', (_which, merge, who, asked) => {
    expect(askedOf(merge, who)).toBe(asked);
    expect(mergeView(merge, records, who).mayAgree).toBe(asked !== undefined || who === 'chief');
  });

  it('is waited for a week, an hour where both have said so', () => {
    expect(agreed(proposed, 5).dueAt).toBe(5 + MERGE_OBJECT_MS);
    expect(agreed({ ...proposed, fromAgreed: true }, 5).dueAt).toBe(5 + MERGE_AGREED_MS);
    expect(agreed(byCode, 5).dueAt).toBe(5 + MERGE_AGREED_MS);
  });
});

it('a stake in a record has who holds it, stands in for it, or has it stand in for him', () => {
  const viewer = { _id: 'a', grants: [{ role: 'orgAdmin' as const, orgId: 'east', of: 'b' }] };
  const other = (id: string, of?: string) => ({
    _id: id,
    grants: of === undefined ? [] : [{ role: 'orgAdmin' as const, orgId: 'east', of }],
  });
  expect(
    [other('a'), other('b'), other('c', 'a'), other('c', 'd'), other('c')].map((one) => isHis(viewer, one)),
  ).toEqual([true, true, true, false, false]);
});

it('after all was brought over, the record that stays is still that, and so is who proposed it', () => {
  const over = { ...proposed, state: 'done' as const, fromId: 'new' };
  expect(mergeView(over, records, 'new')).toMatchObject({ side: 'to', from: null, to: { id: 'new' } });
  expect(mergeView(over, records, 'head').side).toBe('by');
  expect(mergeView(proposed, new Map(), 'old')).toMatchObject({ side: 'from', from: null, to: null });
});

it('on 我的 an open merge asks who is asked, tells the others, and is gone when it is over', () => {
  const seen = (merge: typeof proposed) =>
    ['old', 'new', 'head'].map((who) =>
      mergeWaiting(merge, who).map(({ source, asks }) => `${source}${asks ? '?' : ''}`),
    );
  expect(seen(proposed)).toEqual([['member.told?'], ['member.asked?'], ['member.began']]);
  expect(seen({ ...proposed, fromAgreed: true })[0]).toEqual(['member.began']);
  expect(seen({ ...proposed, ...agreed(proposed, 0), fromAgreed: true })).toEqual(Array(3).fill(['member.began']));
  expect(seen({ ...proposed, state: 'merging' })).toEqual(Array(3).fill(['member.began']));
  expect(seen({ ...proposed, state: 'ended' })).toEqual([[], [], []]);
  expect(seen(byCode)).toEqual([[], [], []]);
});
