import { orgKindNames, orgKinds, type OrgKind } from '../../../../contract/roles';
import { id, joinCode, text } from '../../../../contract/shared/values';
import { RowCheck } from '../../../shared/sheets/rules/cell';
import { columnsOf } from '../../../shared/sheets/rules/columns';
import type { Checked, Problem, Table } from '../../../shared/sheets/rules/table';

export interface OrgRow {
  line: number;
  id: string;
  name: string;
  kind: OrgKind;
  /** Null for the root. */
  parentId: string | null;
  /** Null where nobody joins. */
  joinCode: string | null;
}

/** Kinds by the names that people give them in lists. */
const kindNames: Record<string, OrgKind> = {
  ...Object.fromEntries(orgKinds.map((kind) => [orgKindNames[kind], kind])),
  团委: 'committee',
  团工委: 'committee',
  区: 'district',
  县: 'district',
  学校: 'university',
  总支: 'generalBranch',
  支部: 'branch',
  部门: 'department',
};

const columns = {
  id: { names: ['编号', '组织编号', '代码', 'id'], required: true },
  name: { names: ['名称', '组织名称', '组织全称', 'name'], required: true },
  kind: { names: ['类型', '组织类型', '类别', 'kind'], required: true },
  parentId: { names: ['上级编号', '上级', '上级组织编号', '上级组织', 'parent'], required: true },
  joinCode: { names: ['邀请码', '加入码', 'joinCode'], required: false },
} as const;

const name = text(60, '名称');

/**
 * Rows of a list of organisations, each checked by itself and against the others. What only the database knows (a
 * parent that is not in the file, codes in use) is checked by `planOrgs`.
 */
export function checkOrgs(table: Table): Checked<OrgRow> {
  const { cell, heading, unused } = columnsOf(table, columns);
  const problems: Problem[] = [...table.problems];
  const rows: OrgRow[] = [];
  const ids = new Map<string, number>();
  const codes = new Map<string, number>();
  for (const row of table.rows) {
    const check = new RowCheck(row, problems);
    if (check.fails('', heading(row))) continue;
    const orgId = check.parse('编号', check.code('编号', cell(row, 'id')), id, '用字母、数字、- 和 _，最多 80 位');
    const orgName = check.parse('名称', check.text('名称', cell(row, 'name')), name, '填写组织全称');
    const kindName = check.word('类型', cell(row, 'kind'));
    const kind = kindName !== undefined && Object.hasOwn(kindNames, kindName) ? kindNames[kindName] : undefined;
    if (kindName !== undefined && kind === undefined) {
      check.wrong('类型', `没有“${kindName.slice(0, 20)}”这个类型`, `用：${Object.keys(kindNames).join('、')}`);
    }
    const given = check.code('上级编号', cell(row, 'parentId'));
    const parentId = given === '' ? null : check.parse('上级编号', given, id, '填写上级组织的编号；最上级留空');
    const givenCode = check.code('邀请码', cell(row, 'joinCode'));
    const code =
      givenCode === '' ? null : check.parse('邀请码', givenCode, joinCode, '改用 6 到 12 位字母和数字，或留空');
    if (orgId !== undefined) unique(check, ids, orgId, row.line, '编号');
    if (code) unique(check, codes, code, row.line, '邀请码');
    if (orgId === undefined || orgName === undefined || kind === undefined) continue;
    if (parentId === undefined || code === undefined) continue;
    rows.push({ line: row.line, id: orgId, name: orgName, kind, parentId, joinCode: code });
  }
  problems.push(...circles(rows));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows, unused };
}

function unique(check: RowCheck, seen: Map<string, number>, value: string, line: number, column: string): void {
  const first = seen.get(value);
  if (first === undefined) seen.set(value, line);
  else check.wrong(column, `${column} “${value}” 与第 ${first} 行重复`, '每个组织用自己的一个');
}

/** Rows that lie below themselves. */
function circles(rows: readonly OrgRow[]): Problem[] {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  return rows.flatMap((row) => {
    const visited = new Set<string>();
    for (let at = row.parentId; at !== null && !visited.has(at); at = parents.get(at) ?? null) {
      if (at === row.id) {
        return [{ line: row.line, column: '上级编号', what: '上下级绕成了一圈', fix: '改正这一圈里某一行的上级编号' }];
      }
      visited.add(at);
    }
    return [];
  });
}
