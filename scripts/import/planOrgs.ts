import type { OrgDoc } from '../../cloudfunctions/documents';
import type { OrgRow } from './orgs';
import type { Problem } from './table';

/** What the database knows about the organisations of a file: the same ids, their parents, and who holds the codes. */
export type KnownOrgs = readonly Pick<OrgDoc, '_id' | 'path' | 'joinCode' | 'parentId'>[];

export interface OrgPlan {
  problems: Problem[];
  /** Organisations to add, parents before children. */
  docs: OrgDoc[];
  /** How many are there already. */
  present: number;
}

/** Depth of the tree: one real university has five levels below the city. */
const MAX_DEPTH = 12;

/** Nobody can type it, and it is unique: the unique index on joinCode counts a missing one as null, only once. */
const closed = (id: string) => `closed-${id}`;

/** Decides what to add; organisations that are there are left as they are. */
export function planOrgs(rows: readonly OrgRow[], known: KnownOrgs): OrgPlan {
  const paths = new Map(known.map((org) => [org._id, org.path]));
  const holders = new Map(known.map((org) => [org.joinCode, org._id]));
  const root = known.find((org) => org.parentId === null)?._id;
  const problems: Problem[] = [];
  const docs: OrgDoc[] = [];
  const wrong = (row: OrgRow, column: string, what: string, fix: string) =>
    problems.push({ line: row.line, column, what, fix });

  const fresh = rows.filter((row) => !paths.has(row.id));
  const tops = fresh.filter((row) => row.parentId === null);
  for (const row of tops.slice(root === undefined ? 1 : 0)) {
    const other = root ?? tops[0]?.id ?? '';
    wrong(row, '上级编号', `最上级组织只能有一个，已有 “${other}”`, '填写上级组织的编号');
  }
  // Each round adds the organisations whose parent is known by now.
  let waiting = fresh;
  for (let depth = 0; waiting.length > 0 && depth < MAX_DEPTH; depth += 1) {
    const ready = waiting.filter((row) => row.parentId === null || paths.has(row.parentId));
    waiting = waiting.filter((row) => !ready.includes(row));
    for (const row of ready) {
      const path = [...(row.parentId === null ? [] : (paths.get(row.parentId) ?? [])), row.id];
      paths.set(row.id, path);
      docs.push({
        _id: row.id,
        name: row.name,
        kind: row.kind,
        parentId: row.parentId,
        path,
        joinCode: row.joinCode ?? closed(row.id),
      });
    }
  }
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
  return { problems, docs, present: rows.length - fresh.length };
}
