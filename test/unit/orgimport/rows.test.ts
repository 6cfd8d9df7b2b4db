import { checkOrgs } from '../../../cloudfunctions/domains/orgimport/rules/rows';
import { changeNote } from '../../../cloudfunctions/domains/orgimport/rules/moves';
import { type KnownOrgs, planOrgs } from '../../../cloudfunctions/domains/orgimport/rules/plan';
import type { Cell } from '../../../cloudfunctions/shared/sheets/rules/table';
import { readTable } from '../../../scripts/import/read';
import { tableOf } from '../../support/table';

const header = ['编号', '名称', '类型', '上级编号', '邀请码'];
const root = ['C', '团市委', '团市委', '', ''];

function check(...rows: Cell[][]) {
  return checkOrgs(tableOf([header, ...rows]));
}
const brief = (problems: readonly { line: number; column: string; what: string }[]) =>
  problems.map(({ line, column, what }) => `${line} ${column} ${what}`);

function problemsOf(...rows: Cell[][]) {
  const checked = check(...rows);
  return checked.ok ? [] : brief(checked.problems);
}
function plan(known: KnownOrgs, ...rows: string[][]) {
  const checked = check(...rows);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return planOrgs(checked.rows, known);
}

describe('rows checked by themselves', () => {
  it('a cell or heading of endless marks is refused at once, not after minutes', () => {
    const marks = `甲${'\u0301\u0316'.repeat(50_000)}`;
    const begun = performance.now();
    const rows = Array.from({ length: 20 }, (_, index) => [`${marks}${index}`, '支部', marks, marks, marks]);
    expect(problemsOf(...rows)).toContain('2 编号 有 100002 个字符，太长');
    expect(checkOrgs(tableOf([[...header, marks], root])).ok).toBe(true);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it.each<[string, Cell[], string]>([
    ['an id with a space', ['A 1', '支部', '支部', 'C', ''], '3 编号 编号有误'],
    ['no name', ['A', '', '支部', 'C', ''], '3 名称 没有填写'],
    ['an unknown kind', ['A', '支部', '小组', 'C', ''], '3 类型 没有“小组”这个类型'],
    ['a kind from the prototype', ['A', '支部', 'toString', 'C', ''], '3 类型 没有“toString”这个类型'],
    ['a short code', ['A', '支部', '支部', 'C', 'AB1'], '3 邀请码 邀请码是 6 到 12 位字母和数字'],
    ['an id that is a number', [7, '支部', '支部', 'C', ''], '3 编号 7 存成了数字，开头若有 0 已经丢失'],
    ['a parent that is a number', ['A', '支部', '支部', 7, ''], '3 上级编号 7 存成了数字，开头若有 0 已经丢失'],
    [
      'a code that is a number',
      ['A', '支部', '支部', 'C', 1234567],
      '3 邀请码 1234567 存成了数字，开头若有 0 已经丢失',
    ],
    [
      'a cell that cannot be read',
      ['A', '支部', '支部', { what: 'D3 是错误值', fix: '改正' }, ''],
      '3 上级编号 D3 是错误值',
    ],
    ['a formula', ['A', '=1+1', '支部', 'C', ''], '3 名称 以 “=” 开头，会被表格软件当作公式'],
    ['an id used twice', ['C', '支部', '支部', '', ''], '3 编号 编号 “C” 与第 2 行重复'],
  ])('%s', (_name, row, problem) => {
    expect(problemsOf(root, row)).toContain(problem);
  });

  it('a code used twice, in whatever case', () => {
    const rows = [root, ['A', '甲', '支部', 'C', 'ABC123'], ['B', '乙', '支部', 'C', 'abc123']];
    expect(problemsOf(...rows)).toEqual(['4 邀请码 邀请码 “ABC123” 与第 3 行重复']);
  });

  it('the header again, as on each printed page', () => {
    expect(problemsOf(root, header)).toEqual(['3  像是列名或填写说明，不是内容']);
  });

  it('a circle of parents, told at every row of it and at no other', () => {
    const rows = [
      ['A', '甲', '支部', 'B', ''],
      ['B', '乙', '支部', 'A', ''],
      ['X', '丙', '支部', 'A', ''],
    ];
    expect(problemsOf(...rows)).toEqual(['2 上级编号 上下级绕成了一圈', '3 上级编号 上下级绕成了一圈']);
  });

  it('its own parent', () => {
    expect(problemsOf(root, ['A', '甲', '支部', 'A', ''])).toEqual(['3 上级编号 上下级绕成了一圈']);
  });
});

describe('rows planned against the database', () => {
  const district: KnownOrgs[number] = {
    _id: 'D',
    name: '某区',
    kind: 'district',
    path: ['C', 'D'],
    parentId: 'C',
    joinCode: 'TAKEN1',
  };
  const known: KnownOrgs = [
    { _id: 'C', name: '团市委', kind: 'committee', path: ['C'], parentId: null, joinCode: 'closed-C' },
    district,
  ];

  it('children may come before their parents in the file', () => {
    const { docs, problems } = plan([], ['B', '支部', '支部', 'G', 'CODE01'], ['G', '总支', '团总支', 'C', ''], root);
    expect(problems).toEqual([]);
    expect(docs.map((doc) => [doc._id, doc.path, doc.joinCode])).toEqual([
      ['C', ['C'], 'closed-C'],
      ['G', ['C', 'G'], 'closed-G'],
      ['B', ['C', 'G', 'B'], 'CODE01'],
    ]);
  });

  it('a parent may be in the database only', () => {
    expect(plan(known, ['N', '新支部', '支部', 'D', '']).docs[0]?.path).toEqual(['C', 'D', 'N']);
  });

  it('what is there already is counted and left alone', () => {
    const same = plan(known, root, ['D', '某区', '区县', 'C', '']);
    expect(same).toEqual({ docs: [], changes: [], present: 2, problems: [], notes: [] });
  });

  it('what the file says otherwise about it is told, not dropped in silence', () => {
    const { docs, notes } = plan(known, root, ['D', '某区', '学校', '', 'OTHER1']);
    expect(docs).toEqual([]);
    expect(notes).toEqual([
      '  第 3 行：组织 “D” 已存在，以下保持不变；文件里不同的是：类型、上级编号 “空”（现为 “C”）、邀请码',
    ]);
  });

  it('the one at the top stays there whatever the file says', () => {
    const { changes, problems, notes } = plan(known, ['C', '团市委', '团市委', 'D', '']);
    expect([changes, problems]).toEqual([[], []]);
    expect(notes).toEqual(['  第 2 行：组织 “C” 已存在，以下保持不变；文件里不同的是：上级编号 “D”（现为 “空”）']);
  });

  it('another name or parent of what is there is a change, and told as one', () => {
    const other = { ...district, _id: 'E', path: ['C', 'E'], joinCode: 'closed-E' };
    const { changes, problems } = plan([...known, other], ['D', '改了名', '区县', 'E', '']);
    expect(problems).toEqual([]);
    expect(changes.map((change) => changeNote(change, true))).toEqual([
      '  第 2 行：将更正组织 “D”：名称 “某区” → “改了名”，上级编号 “C” → “E”',
    ]);
  });

  it('a parent that lies below is refused, unless the same file moves it out', () => {
    const below = { ...district, _id: 'B', name: '支部', parentId: 'D', path: ['C', 'D', 'B'], joinCode: 'closed-B' };
    const tree = [...known, below];
    expect(brief(plan(tree, ['D', '某区', '区县', 'B', '']).problems)).toEqual([
      '2 上级编号 “B” 在组织 “D” 之下，不能作它的上级',
    ]);
    expect(plan(tree, ['D', '某区', '区县', 'B', ''], ['B', '支部', '支部', 'C', '']).problems).toEqual([]);
    expect(brief(plan(tree, ['D', '某区', '区县', 'Z', '']).problems)).toEqual(['2 上级编号 没有编号为 “Z” 的组织']);
  });

  it('what was merged stays so, and nothing goes below it', () => {
    const merged = { ...district, _id: 'M', path: [], joinCode: 'closed-M', mergedInto: 'D' };
    const { notes, changes, problems } = plan(
      [...known, merged],
      ['M', '旧名', '区县', 'C', ''],
      ['N', '新', '支部', 'M', ''],
    );
    expect([changes, notes]).toEqual([[], ['  第 2 行：组织 “M” 已并入 “D”，保持不变']]);
    expect(brief(problems)).toEqual(['3 上级编号 组织 “M” 已并入 “D”']);
  });

  it('a parent that is nowhere', () => {
    expect(brief(plan(known, ['N', '新支部', '支部', 'Z', '']).problems)).toEqual(['2 上级编号 没有编号为 “Z” 的组织']);
  });

  it('only the row whose parent is nowhere is told, not all below it', () => {
    const { problems } = plan(known, ['N', '甲', '团总支', 'Z', ''], ['M', '乙', '支部', 'N', '']);
    expect(problems.map((problem) => problem.line)).toEqual([2]);
  });

  it('a code that another organisation holds', () => {
    const { problems } = plan(known, ['N', '新支部', '支部', 'D', 'taken1']);
    expect(brief(problems)).toEqual(['2 邀请码 “TAKEN1” 已被组织 “D” 使用']);
  });

  it('a second root', () => {
    expect(brief(plan(known, ['E', '另一个团市委', '团市委', '', '']).problems)).toEqual([
      '2 上级编号 最上级组织只能有一个，已有 “C”',
    ]);
    expect(brief(plan([], root, ['E', '另一个', '团市委', '', '']).problems)).toHaveLength(1);
  });

  it('more levels than any real tree has', () => {
    const chain = Array.from({ length: 13 }, (_, i) => [`L${i}`, `级${i}`, '团委', i === 0 ? '' : `L${i - 1}`, '']);
    expect(brief(plan([], ...chain).problems)).toEqual(['14 上级编号 层级超过 12 级']);
  });
});

it('the city we ship is right: a root, 13 districts, at least 3 universities', async () => {
  const checked = checkOrgs(await readTable('demo/orgs.csv'));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { docs, problems } = planOrgs(checked.rows, []);
  expect(problems).toEqual([]);
  const count = (kind: string) => docs.filter((doc) => doc.kind === kind).length;
  expect([count('district'), docs.filter((doc) => doc.parentId === null).length]).toEqual([13, 1]);
  expect(count('university')).toBeGreaterThanOrEqual(3);
});
