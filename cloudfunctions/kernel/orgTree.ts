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
}

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

interface Standing {
  org: PresentOrg;
  /** Ids from the top to what was asked for, merged orgs included. */
  rightsPath: string[];
  /** False in a circle and below a parent that is missing: the top of the path is not the root then. */
  reachesRoot: boolean;
}

/**
 * The org of this id, or the one that it was merged into, as it stands now, and the path on which rights over what is of
 * `orgId` are held: down to `orgId` itself, so that those who ran it still do until their grants have moved. `near` are
 * ids that are likely on the way up. One round trip where they are, else two or more; `undefined` where there is no org.
 */
export async function presentOrg(
  orgs: Collection<OrgNode>,
  orgId: string,
  near: readonly string[] = [],
): Promise<Standing | undefined> {
  const known = new Map<string, OrgNode>();
  let wanted = [...new Set([orgId, ...near])];
  for (let reads = 0; reads < READS_MAX; reads += 1) {
    const found = await orgs.find(
      { _id: among(wanted) },
      { limit: wanted.length, fields: ['name', 'parentId', 'path', 'joinCode', 'mergedInto'] },
    );
    for (const org of found) known.set(org._id, org);
    const { ids, unknown } = chainFrom(known, orgId);
    if (unknown === undefined || wanted.includes(unknown)) return standing(known, ids);
    const path = known.get(ids[ids.length - 1] ?? orgId)?.path ?? [];
    wanted = [...new Set([unknown, ...path])].filter((id) => !known.has(id));
  }
  return undefined;
}

function standing(known: Known, upward: readonly string[]): Standing | undefined {
  const from = upward.findIndex((id) => known.get(id)?.mergedInto === undefined);
  const org = known.get(upward[from] ?? '');
  if (org === undefined) return undefined;
  const { _id, name, joinCode } = org;
  const top = known.get(upward.at(-1) ?? '');
  return {
    org: { _id, name, joinCode, path: upward.slice(from).reverse() },
    rightsPath: [...upward].reverse(),
    reachesRoot: top !== undefined && above(top) === null,
  };
}
