import type { OrgDoc } from '../../org/collections';

/** What is known of an org that is there. */
export type KnownOrg = Pick<
  OrgDoc,
  '_id' | 'name' | 'kind' | 'parentId' | 'path' | 'joinCode' | 'mergedInto' | 'archivedAt'
>;

/** The orgs that a list is about, and those elsewhere that it names. */
export interface Tree {
  top: KnownOrg;
  known: ReadonlyMap<string, KnownOrg>;
  /** Whether it stands in the tree of the list, merged ones aside. */
  has: (id: string) => boolean;
  /** The same, and at work. */
  isLive: (id: string) => boolean;
  /** Those at work below the top, in the order of their numbers. */
  live: readonly KnownOrg[];
}

/** The tree of an org; `undefined` where it is not among the orgs. */
export function treeOf(orgs: readonly KnownOrg[], orgId: string): Tree | undefined {
  const known = new Map(orgs.map((org) => [org._id, org]));
  const top = known.get(orgId);
  if (top === undefined) return undefined;
  const has = (id: string) => {
    const org = known.get(id);
    return org !== undefined && org.mergedInto === undefined && org.path.includes(orgId);
  };
  const isLive = (id: string) =>
    has(id) && known.get(id)?.path.every((at) => known.get(at)?.archivedAt === undefined) === true;
  const live = orgs
    .filter(({ _id }) => _id !== orgId && isLive(_id))
    .sort((one, other) => (one._id < other._id ? -1 : 1));
  return { top, known, has, isLive, live };
}

/** Ids from an org of the list up to the top of its tree, itself first; by the file where it says so. */
export function upward(id: string, parents: ReadonlyMap<string, string | null>, tree: Tree): string[] {
  const ids: string[] = [];
  for (let at: string | null = id; at !== null && !ids.includes(at);) {
    ids.push(at);
    if (at === tree.top._id) break;
    const given: string | null | undefined = parents.get(at);
    at = given === undefined ? (tree.known.get(at)?.parentId ?? null) : given;
  }
  return ids;
}

/** Orgs by what they have in common, each group in the order in which they came. */
export function grouped<K>(orgs: readonly KnownOrg[], keyOf: (org: KnownOrg) => K): Map<K, KnownOrg[]> {
  const groups = new Map<K, KnownOrg[]>();
  for (const org of orgs) {
    const key = keyOf(org);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [org]);
    else group.push(org);
  }
  return groups;
}

/** Names differ in case, width and spaces only by accident. */
export const sameName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
