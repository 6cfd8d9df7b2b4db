import { compareOrgs } from '../../../cloudfunctions/domains/orgimport/rules/compare';
import { exportedSheet } from '../../../cloudfunctions/domains/orgimport/rules/export';
import { treeOf } from '../../../cloudfunctions/domains/orgimport/rules/tree';
import { city, east, inEast, row, treeWith } from './list';

describe('a new number with a name that is there', () => {
  const named = (count: number) => Array.from({ length: count }, (_, at) => inEast(`M${at}`, { name: '一支部' }));
  const choicesAmong = (count: number) =>
    compareOrgs([row(2, 'X', 'east', '一支部')], treeWith(named(count)), {}).flatMap(({ key, choices }) =>
      key === 'X' ? choices.map(({ choice }) => choice) : [],
    );

  it('may be any of those that have it', () => {
    expect(choicesAmong(2)).toEqual(['new', 'is-M0', 'is-M1']);
  });

  it('is new where more have it than anybody can choose between', () => {
    expect(choicesAmong(5)).toHaveLength(6);
    expect(choicesAmong(6)).toEqual([]);
  });

  it('may be one that was moved out of the tree an instant ago', () => {
    const moved = inEast('M0', { name: '一支部', parentId: 'west' });
    const [item] = compareOrgs([row(2, 'X', 'east', '一支部')], treeWith([moved]), {});
    expect(item?.choices.map(({ choice }) => choice)).toEqual(['new', 'is-M0']);
  });
});

describe('an archived org that the file has', () => {
  const plan = (choices: Record<string, string>) =>
    compareOrgs([row(2, 'M1', 'east')], treeWith([inEast('M1', { archivedAt: 1 })]), choices);

  it('is asked about', () => {
    expect(plan({})).toMatchObject([{ verdict: 'ambiguous', decision: null, note: '这个组织已归档', act: null }]);
    expect(plan({ M1: 'new' })).toMatchObject([{ verdict: 'ambiguous', decision: null }]);
  });

  it('stays archived where somebody says so, and comes back where somebody says so', () => {
    expect(plan({ M1: 'keep' })).toMatchObject([{ verdict: 'same', decision: 'keep', act: null }]);
    expect(plan({ M1: 'restore' })).toMatchObject([
      { verdict: 'added', decision: 'restore', act: { do: 'restore', id: 'M1' } },
    ]);
  });

  it('has no new ones below it unless the file has it, too', () => {
    const tree = treeWith([inEast('M1', { archivedAt: 1 })]);
    expect(compareOrgs([row(2, 'N', 'M1')], tree, {})).toMatchObject([
      { verdict: 'wrong', changes: [{ field: '上级编号', from: '“组织M1” 已归档，下面不能再有新的组织' }] },
    ]);
    const deeper = treeWith([
      inEast('M1', { archivedAt: 1 }),
      inEast('M2', { parentId: 'M1', path: ['city', 'east', 'M1', 'M2'] }),
    ]);
    expect(compareOrgs([row(2, 'N', 'M2')], deeper, {})).toMatchObject([{ verdict: 'wrong' }]);
    const both = compareOrgs([row(2, 'M1', 'east'), row(3, 'N', 'M1')], tree, { M1: 'restore' });
    expect(both.map(({ verdict }) => verdict)).toEqual(['added', 'added']);
  });
});

it('a move is told from where the org is by now, by number where that is out of the tree', () => {
  const [item] = compareOrgs([row(2, 'M1', 'east')], treeWith([inEast('M1', { parentId: 'west' })]), {});
  expect(item).toMatchObject({
    changes: [{ field: '上级', from: 'west', to: '组织east（east）' }],
    act: { do: 'change', id: 'M1', parentId: { from: 'west', to: 'east' } },
  });
});

it('a parent left out of an org that is there changes nothing, and is told', () => {
  expect(compareOrgs([row(2, 'M1', null)], treeWith([inEast('M1')]), {})).toMatchObject([
    { verdict: 'same', act: null, note: expect.stringContaining('上级编号 “空”（现为 “east”）') as string },
  ]);
});

describe('the list of the whole city', () => {
  const whole = treeWith([city], 'city');

  it('has the city itself, above nobody', () => {
    const top = { ...row(2, 'city', null), kind: city.kind };
    expect(compareOrgs([top, row(3, 'east', 'city')], whole, {})).toEqual([]);
  });

  it('cannot put the city below anybody, and says to leave that cell empty', () => {
    const wrong = { from: '“组织city” 自己的上级不在这里改', to: '留空' };
    expect(compareOrgs([row(2, 'city', 'east')], whole, {})).toMatchObject([{ verdict: 'wrong', changes: [wrong] }]);
    const elsewhere = { to: '填写 “city”，或请上级组织导入' };
    expect(compareOrgs([row(2, 'east', 'west')], treeWith([]), {})).toMatchObject([{ changes: [elsewhere] }]);
  });

  it('goes out with the city as what it is called, and all below it', () => {
    expect(exportedSheet(whole).rows.map(([id, , kind, parentId]) => [id, kind, parentId])).toEqual([
      ['city', '团市委', null],
      ['east', '团支部', 'city'],
    ]);
  });
});

it('an org that is not there has no list', () => {
  expect(treeOf([east], 'west')).toBeUndefined();
});
