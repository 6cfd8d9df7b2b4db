import { judgeMerge, judgeMove, type Placed } from '../../../cloudfunctions/domains/org/rules/moving';
import { joinCodeOf, standsInOrder, wordsOf } from '../../../cloudfunctions/domains/org/rules/naming';
import { changeWords, counted, previewWords } from '../../../cloudfunctions/domains/org/rules/words';
import { ORG_DEPTH_MAX } from '../../../contract/domains/org/constants';

it.each([
  ['新建', { kind: 'create' }],
  ['更名', { kind: 'rename' }],
  ['更名（原名“东支部”）', { kind: 'rename', nameBefore: '东支部' }],
  ['从“甲”移到“乙”之下', { kind: 'move', from: '甲', to: '乙' }],
  ['移到别处', { kind: 'move' }],
  ['并入“乙”', { kind: 'merge', to: '乙' }],
  ['并入别处', { kind: 'merge' }],
  ['从“甲”拆分出来', { kind: 'split', from: '甲' }],
  ['拆分出来', { kind: 'split' }],
  ['归档', { kind: 'archive' }],
  ['恢复', { kind: 'restore' }],
] as const)('a change reads %s, also where an org that it names is gone', (words, change) => {
  expect(changeWords(change)).toBe(words);
});

it('what hangs on an org is counted, without what there is none of', () => {
  const counts = [
    { name: '支部', count: 3, unit: '个' },
    { name: '成员', count: 412, unit: '人' },
    { name: '活动', count: 0, unit: '场' },
  ];
  expect(counted(counts)).toBe('3 个支部、412 人');
  expect(previewWords('move', counts)).toBe('3 个支部、412 人随之移动。');
  expect(previewWords('rename', [])).toBe('没有别处写着这个名称。');
});

it('orgs stand by the sound of their names, those without one first, and of two alike by their ids', () => {
  const org = (_id: string, nameSort?: string) => ({ _id, ...(nameSort !== undefined && { nameSort }) });
  const [b, c, a] = [org('2', 'b'), org('3', 'b'), org('9', 'a')];
  const none = org('8');
  expect([c, b, none, a].sort(standsInOrder)).toEqual([none, a, b, c]);
  expect([standsInOrder(b, c), standsInOrder(c, b), standsInOrder(b, b)]).toEqual([-1, 1, 0]);
  expect([standsInOrder(none, a), standsInOrder(a, none)]).toEqual([-1, 1]);
});

it('an org that nobody joins shows no code', () => {
  expect(joinCodeOf({ joinCode: 'closed-o1' })).toBeNull();
  expect(joinCodeOf({ joinCode: 'ABCD23' })).toBe('ABCD23');
});

it('a search is for the words that can be found, in any order', () => {
  expect(wordsOf(' 文学院  2401 ·')).toEqual(['文学院', '2401']);
});

describe('an org', () => {
  const placed = (_id: string, path: string[], more: Partial<Placed> = {}): Placed => ({
    org: { _id, parentId: path.at(-1) ?? null },
    path: [...path, _id],
    ...more,
  });
  const [branch, other] = [placed('branch', ['city', 'east']), placed('west', ['city'])];
  const merged = (one: Placed): Placed => ({ ...one, org: { ...one.org, mergedInto: 'x' } });

  it.each([
    ['go', branch, other],
    ['no org', undefined, other],
    ['no org', merged(branch), other],
    ['no target', branch, undefined],
    ['no target', branch, merged(other)],
    ['no target', branch, { ...other, archived: true }],
    ['is root', placed('city', []), other],
    ['below itself', branch, branch],
  ] as const)('goes only where it can: %s', (verdict, moved, target) => {
    expect([judgeMerge(moved, target), judgeMove(moved, target)]).toEqual([verdict, verdict]);
  });

  it('goes below none on the last level, but into one', () => {
    const path = Array.from({ length: ORG_DEPTH_MAX - 1 }, (_, level) => `o${level}`);
    const [last, above] = [placed('last', path), placed('above', path.slice(1))];
    expect([judgeMove(branch, last), judgeMove(branch, above), judgeMerge(branch, last)]).toEqual([
      'too deep',
      'go',
      'go',
    ]);
  });
});
