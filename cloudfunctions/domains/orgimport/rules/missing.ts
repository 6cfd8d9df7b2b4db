import type { PlannedItem } from '../../../shared/imports/shape';
import { stored } from './acts';
import { asRow, type Choices } from './aliases';
import type { OrgRow } from './rows';
import type { KnownOrg, Tree } from './tree';

/** New rows beside a missing org that it may have become. */
const SHOWN = 5;
/** After everything else, the deepest first. */
const LAST = 100;

/**
 * Orgs that the file should have and does not: of a file that has the top itself all below it; else those whose
 * siblings it lists below a parent that it lists, too. A file of a few new branches asks after nobody.
 */
export function missingOrgs(rows: readonly OrgRow[], { top, live }: Tree): KnownOrg[] {
  const inFile = new Set(rows.map(({ id }) => id));
  const listed = new Set(rows.flatMap(({ parentId }) => (parentId !== null && inFile.has(parentId) ? [parentId] : [])));
  return live.filter(
    ({ _id, parentId }) => !inFile.has(_id) && (inFile.has(top._id) || (parentId !== null && listed.has(parentId))),
  );
}

/** What is asked of each: it stays unless somebody says otherwise. */
export function missingItems(
  rows: readonly OrgRow[],
  tree: Tree,
  { added, choices }: { added: readonly OrgRow[]; choices: Choices },
): PlannedItem[] {
  // What is above anything that the file has cannot be put away.
  const needed = new Set(
    rows.flatMap(({ parentId }) => (parentId === null ? [] : [parentId, ...(tree.known.get(parentId)?.path ?? [])])),
  );
  return missingOrgs(rows, tree).map((org) => {
    const { _id, name, parentId, path } = org;
    const beside = added.filter((row) => row.parentId === parentId).slice(0, SHOWN);
    const offered = [
      { choice: 'keep', label: '保留，不变' },
      ...(needed.has(_id) ? [] : [{ choice: 'archive', label: '归档' }]),
      ...beside.map((row) => ({ choice: asRow(row.id), label: `就是第 ${row.line} 行 “${row.name}”` })),
    ];
    const decision = offered.find(({ choice }) => choice === choices[_id])?.choice ?? null;
    return {
      key: _id,
      line: 0,
      verdict: 'missing',
      name,
      changes: [],
      note: `编号 ${_id}`,
      choices: offered,
      decision,
      rank: LAST - path.length,
      act: decision === 'archive' ? stored({ do: 'archive', id: _id }) : null,
    };
  });
}
