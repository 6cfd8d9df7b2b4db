import type { OrgRow } from './rows';
import { grouped, type KnownOrg, sameName, type Tree, upward } from './tree';

/** More orgs of one name than anybody can choose between are no help. */
const SHOWN = 5;

/**
 * Orgs that a row with a number of its own may be: of the same name all the way up; or, where there is none, of the same
 * name and kind anywhere in the tree. Only those that the file does not have.
 */
export function candidateFinder(rows: readonly OrgRow[], tree: Tree): (row: OrgRow) => KnownOrg[] {
  const inFile = new Set(rows.map(({ id }) => id));
  const names = new Map([...tree.known].map(([id, { name }]) => [id, sameName(name)]));
  for (const { id, name } of rows) names.set(id, sameName(name));
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const wayOf = (id: string, by: ReadonlyMap<string, string | null>) =>
    upward(id, by, tree)
      .map((at) => names.get(at))
      .join('/');
  const free = tree.live.filter(({ _id }) => !inFile.has(_id));
  const byWay = grouped(free, ({ _id }) => wayOf(_id, new Map()));
  const byName = grouped(free, ({ name, kind }) => `${kind}:${sameName(name)}`);
  return (row) => {
    const same = byWay.get(wayOf(row.id, parents)) ?? byName.get(`${row.kind}:${sameName(row.name)}`) ?? [];
    return same.length > SHOWN ? [] : same;
  };
}
