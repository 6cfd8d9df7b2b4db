import type { OrgDoc } from '../../org/collections';
import { newOrg } from '../../org/rules/org';
import type { OrgRow } from './rows';
import { changesOf, circlesOf, type OrgChange } from './moves';
import type { Problem } from '../../../shared/sheets/rules/table';

/** What the database knows about the organisations of a file: the same ids, their parents, and who holds the codes. */
export type KnownOrgs = readonly OrgDoc[];

export interface OrgPlan {
  problems: Problem[];
  /** Organisations to add, parents before children. */
  docs: OrgDoc[];
  /** New names and parents of organisations that are there. */
  changes: OrgChange[];
  /** How many are there already. */
  present: number;
  /** What the file says otherwise about those that are there, a line each. */
  notes: string[];
}

/** Depth of the tree: one real university has five levels below the city. */
const MAX_DEPTH = 12;

/** Decides what to add, and what to rename and move of what is there; everything else of it stays as it is. */
export function planOrgs(rows: readonly OrgRow[], known: KnownOrgs): OrgPlan {
  const orgs = new Map(known.map((org) => [org._id, org]));
  const paths = new Map(known.map((org) => [org._id, org.path]));
  const holders = new Map(known.map((org) => [org.joinCode, org._id]));
  const problems: Problem[] = [];
  const docs: OrgDoc[] = [];
  const wrong = (row: OrgRow, column: string, what: string, fix: string) =>
    problems.push({ line: row.line, column, what, fix });

  const fresh = rows.filter((row) => !paths.has(row.id));
  const tops = fresh.filter((row) => row.parentId === null);
  const root = known.find((org) => org.parentId === null)?._id ?? tops[0]?.id;
  for (const row of tops) {
    if (row.id !== root) wrong(row, '上级编号', `最上级组织只能有一个，已有 “${root}”`, '填写上级组织的编号');
  }
  const aboveOf = ({ parentId }: OrgRow) => (parentId === null ? [] : paths.get(parentId));
  // Each round adds the organisations whose parent is known by now.
  let waiting = fresh;
  for (let depth = 0; waiting.length > 0 && depth < MAX_DEPTH; depth += 1) {
    const ready = waiting.flatMap((row) => {
      const above = aboveOf(row);
      return above === undefined ? [] : [{ row, above }];
    });
    waiting = waiting.filter((row) => aboveOf(row) === undefined);
    for (const { row, above } of ready) {
      const org = newOrg({ ...row, above });
      paths.set(row.id, org.path);
      docs.push(org);
    }
  }
  const changes = changesOf(rows, orgs);
  for (const { line, parentId } of changes) {
    if (parentId === undefined || paths.has(parentId.to)) continue;
    problems.push({
      line,
      column: '上级编号',
      what: `没有编号为 “${parentId.to}” 的组织`,
      fix: '先导入上级，或改正上级编号',
    });
  }
  for (const row of rows) {
    const into = row.parentId === null ? undefined : orgs.get(row.parentId)?.mergedInto;
    if (into !== undefined) wrong(row, '上级编号', `组织 “${row.parentId}” 已并入 “${into}”`, `填写 “${into}”`);
  }
  problems.push(...circlesOf(changes, rows, orgs));
  const inFile = new Set(rows.map((row) => row.id));
  for (const row of waiting) {
    if (row.parentId !== null && inFile.has(row.parentId)) continue; // Its parent is reported, or the tree is too deep.
    wrong(row, '上级编号', `没有编号为 “${row.parentId}” 的组织`, '先导入上级，或改正上级编号');
  }
  if (waiting.length > 0 && problems.length === 0) {
    for (const row of waiting) wrong(row, '上级编号', `层级超过 ${MAX_DEPTH} 级`, '减少层级');
  }
  for (const row of fresh) {
    const holder = row.joinCode === null ? undefined : holders.get(row.joinCode);
    if (holder !== undefined) wrong(row, '邀请码', `“${row.joinCode}” 已被组织 “${holder}” 使用`, '换一个邀请码');
  }
  const notes = rows.flatMap((row) => noteOf(row, orgs.get(row.id)) ?? []);
  return { problems, docs, changes, present: rows.length - fresh.length, notes };
}

/** What else a file says otherwise is told, not obeyed: codes are in people's hands, and a kind says what an org is. */
export function keptOf(row: OrgRow, org: KeptOrg): string | undefined {
  if (org.mergedInto !== undefined) return `已并入 “${org.mergedInto}”，保持不变`;
  const stays = row.parentId === null || org.parentId === null;
  const differences = [
    row.kind !== org.kind && '类型',
    stays && row.parentId !== org.parentId && `上级编号 “${row.parentId ?? '空'}”（现为 “${org.parentId ?? '空'}”）`,
    row.joinCode !== null && row.joinCode !== org.joinCode && '邀请码',
  ].filter((difference) => difference !== false);
  return differences.length === 0 ? undefined : `已存在，以下保持不变；文件里不同的是：${differences.join('、')}`;
}
type KeptOrg = Pick<OrgDoc, 'kind' | 'parentId' | 'joinCode' | 'mergedInto'>;

function noteOf(row: OrgRow, org: OrgDoc | undefined): string | undefined {
  const kept = org && keptOf(row, org);
  return kept === undefined ? undefined : `  第 ${row.line} 行：组织 “${row.id}” ${kept}`;
}
