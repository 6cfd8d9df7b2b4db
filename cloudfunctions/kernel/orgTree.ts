import { among, type Collection, type Doc } from './port';

/*
 * Where an org stands now. Its parent is the truth; every path, its own included, is a copy that a job mends after a
 * move (docs/adr/0027), and here only a hint of what to read at once.
 */

/** What of an org says where it stands. */
export interface OrgNode extends Doc {
  name: string;
  /** Null for the root. */
  parentId: string | null;
  /** Ids from the root to this org as they were last copied. */
  path: string[];
  /** What people type to join; `closed-<id>` where nobody joins. */
  joinCode: string;
  /** The org that this one was merged into; absent while it stands. */
  mergedInto?: string;
  /** When a merged org hands over what it has; until then that stays its own, below the other. Absent once it has. */
  handOverAt?: number;
  /** When it was archived; absent while it is at work. */
  archivedAt?: number;
}

/** What is read of an org to know where it stands. */
export const orgNodeFields = [
  'name',
  'parentId',
  'path',
  'joinCode',
  'mergedInto',
  'handOverAt',
  'archivedAt',
] as const;

/** An org as it stands now. */
export interface PresentOrg {
  _id: string;
  name: string;
  /** Ids from the root to this org, itself included. */
  path: string[];
  joinCode: string;
}

/** Reads of ancestors before it is given up: one most often, one more for each level that no hint named. */
const READS_MAX = 20;

type Known = ReadonlyMap<string, OrgNode>;
const above = ({ mergedInto, parentId }: OrgNode): string | null => mergedInto ?? parentId;

/** Ids from an org upward, as far as is known, itself first; and the first that is not known. */
export function chainFrom(known: Known, orgId: string): { ids: string[]; unknown?: string } {
  const ids: string[] = [];
  for (let at: string | null = orgId; at !== null;) {
    const org = known.get(at);
    if (org === undefined) return { ids, unknown: at };
    // A circle, for the instant before a move that made it is taken back: nobody stands above it.
    if (ids.includes(at)) return { ids };
    ids.push(at);
    at = above(org);
  }
  return { ids };
}

export interface Standing {
  org: PresentOrg;
  /** What things of the org that was asked for say of it: itself also while it is merged and has not handed over. */
  copied: PresentOrg;
  /** Ids from the top to what was asked for, merged orgs included. */
  rightsPath: string[];
  /** False in a circle and below a parent that is missing: the top of the path is not the root then. */
  reachesRoot: boolean;
  /** It, or one above it, was archived: it is there to be read. */
  archived: boolean;
}

/**
 * The org of this id, or the one that it was merged into, as it stands now, and the path on which rights over what is of
 * `orgId` are held: down to `orgId` itself, so that those who ran it still do until their grants have moved. `near` are
 * ids that are likely on the way up, `read` what this call has read of orgs already. No round trip where all of the way is
 * among these, one where the rest is near or in the path of what was read, else two or more; `undefined` where there is no org.
 */
export async function presentOrg(
  orgs: Collection<OrgNode>,
  orgId: string,
  near: readonly string[] = [],
  read: readonly OrgNode[] = [],
): Promise<Standing | undefined> {
  const known = new Map(read.map((org) => [org._id, org]));
  const begun = chainFrom(known, orgId);
  if (begun.unknown === undefined) return standing(known, begun.ids);
  const hint = known.get(begun.ids.at(-1) ?? orgId)?.path ?? [];
  let wanted = [...new Set([orgId, begun.unknown, ...near, ...hint])].filter((id) => !known.has(id));
  for (let reads = 0; reads < READS_MAX; reads += 1) {
    const found = await orgs.find({ _id: among(wanted) }, { limit: wanted.length, fields: orgNodeFields });
    for (const org of found) known.set(org._id, org);
    const { ids, unknown } = chainFrom(known, orgId);
    if (unknown === undefined || wanted.includes(unknown)) return standing(known, ids);
    const path = known.get(ids[ids.length - 1] ?? orgId)?.path ?? [];
    wanted = [...new Set([unknown, ...path])].filter((id) => !known.has(id));
  }
  return undefined;
}

function standing(known: Known, upward: readonly string[]): Standing | undefined {
  const nodes = upward.flatMap((id) => known.get(id) ?? []);
  const from = nodes.findIndex(({ mergedInto }) => mergedInto === undefined);
  const holds = nodes.findIndex(({ mergedInto, handOverAt }) => mergedInto === undefined || handOverAt !== undefined);
  const org = presentAt(nodes, from);
  const copied = presentAt(nodes, holds);
  if (org === undefined || copied === undefined) return undefined;
  const top = nodes.at(-1);
  return {
    org,
    copied,
    rightsPath: [...upward].reverse(),
    reachesRoot: top !== undefined && above(top) === null,
    archived: nodes.some(({ archivedAt }) => archivedAt !== undefined),
  };
}

/** One of a chain of orgs that goes upward, with its path. */
function presentAt(upward: readonly OrgNode[], at: number): PresentOrg | undefined {
  const node = upward[at];
  if (node === undefined) return undefined;
  const path = upward.slice(at).map(({ _id }) => _id);
  return { _id: node._id, name: node.name, joinCode: node.joinCode, path: path.reverse() };
}
