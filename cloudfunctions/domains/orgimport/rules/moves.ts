import type { OrgDoc } from '../../org/collections';
import type { Turned } from './acts';
import type { OrgRow } from './rows';
import type { Problem } from '../../../shared/sheets/rules/table';

/** What a file says otherwise about an organisation that is there, and that is done. */
export interface OrgChange {
  line: number;
  org: Pick<OrgDoc, '_id' | 'name'>;
  /** Absent where its name stays. */
  name?: Turned<string>;
  /** Absent where its parent stays. */
  parentId?: Turned<string>;
}

/** The changes of names and parents that a file asks for. The one at the top stays there, and nobody goes to the top. */
export function changesOf(rows: readonly OrgRow[], orgs: ReadonlyMap<string, OrgDoc>): OrgChange[] {
  return rows.flatMap(({ line, id, name, parentId }): OrgChange[] => {
    const org = orgs.get(id);
    if (org === undefined || org.mergedInto !== undefined) return [];
    const renamed = name !== org.name && { name: { from: org.name, to: name } };
    const moved = parentId !== null &&
      org.parentId !== null &&
      parentId !== org.parentId && { parentId: { from: org.parentId, to: parentId } };
    return renamed || moved ? [{ line, org, ...renamed, ...moved }] : [];
  });
}

/** Who would lie below himself once everything in the file is done. */
export function circlesOf(
  changes: readonly OrgChange[],
  rows: readonly OrgRow[],
  orgs: ReadonlyMap<string, OrgDoc>,
): Problem[] {
  const parents = new Map<string, string | undefined>();
  for (const { path } of orgs.values()) {
    let above: string | undefined;
    for (const id of path) {
      parents.set(id, above);
      above = id;
    }
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
  return changes.flatMap(({ line, org, parentId }) => {
    if (parentId === undefined || !isBelow(org._id)) return [];
    const what = `“${parentId.to}” 在组织 “${org._id}” 之下，不能作它的上级`;
    return [{ line, column: '上级编号', what, fix: '改正上级编号，或先把那个组织移出来' }];
  });
}

/** What is told of a change, before or after it is made. */
export function changeNote({ line, org, name, parentId }: OrgChange, dryRun: boolean): string {
  const what = [
    name !== undefined && `名称 “${name.from}” → “${name.to}”`,
    parentId !== undefined && `上级编号 “${parentId.from}” → “${parentId.to}”`,
  ].filter((part) => part !== false);
  return `  第 ${line} 行：${dryRun ? '将更正' : '更正了'}组织 “${org._id}”：${what.join('，')}`;
}
