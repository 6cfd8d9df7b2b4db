import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { OrgRow } from './orgs';
import type { Problem } from './table';

/** What a file says otherwise about an organisation that is there, and that is done. */
export interface OrgChange {
  line: number;
  org: Pick<OrgDoc, '_id' | 'name' | 'parentId'>;
  /** Its new name; absent where it stays. */
  name?: string;
  /** Its new parent; absent where it stays. */
  parentId?: string;
}

/** The changes of names and parents that a file asks for. The one at the top stays there, and nobody goes to the top. */
export function changesOf(rows: readonly OrgRow[], orgs: ReadonlyMap<string, OrgDoc>): OrgChange[] {
  return rows.flatMap(({ line, id, name, parentId }): OrgChange[] => {
    const org = orgs.get(id);
    if (org === undefined || org.mergedInto !== undefined) return [];
    const moved = parentId !== null && org.parentId !== null && parentId !== org.parentId;
    if (name === org.name && !moved) return [];
    return [{ line, org, ...(name === org.name ? {} : { name }), ...(moved ? { parentId } : {}) }];
  });
}

/** Who would lie below himself once everything in the file is done. */
export function circlesOf(
  changes: readonly OrgChange[],
  rows: readonly OrgRow[],
  orgs: ReadonlyMap<string, OrgDoc>,
): Problem[] {
  const parents = new Map<string, string>();
  for (const { path } of orgs.values()) {
    path.slice(1).forEach((id, at) => parents.set(id, path[at] ?? ''));
  }
  for (const { id, parentId } of rows)
    if (parentId !== null && orgs.get(id)?.parentId !== null) parents.set(id, parentId);
  const isBelow = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at = parents.get(id); at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return changes
    .filter(({ org, parentId }) => parentId !== undefined && isBelow(org._id))
    .map(({ line, org, parentId }) => ({
      line,
      column: '上级编号',
      what: `“${parentId ?? ''}” 在组织 “${org._id}” 之下，不能作它的上级`,
      fix: '改正上级编号，或先把那个组织移出来',
    }));
}

/** What is told of a change, before or after it is made. */
export function changeNote({ line, org, name, parentId }: OrgChange, dryRun: boolean): string {
  const what = [
    name !== undefined && `名称 “${org.name}” → “${name}”`,
    parentId !== undefined && `上级编号 “${org.parentId ?? '空'}” → “${parentId}”`,
  ].filter((part) => part !== false);
  return `  第 ${line} 行：${dryRun ? '将更正' : '更正了'}组织 “${org._id}”：${what.join('，')}`;
}
