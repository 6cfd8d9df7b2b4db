import type { OrgDoc } from '../collections';

/** An org and its path as it stands now. */
export interface Placed {
  org: Pick<OrgDoc, '_id' | 'parentId' | 'mergedInto'>;
  /** Root first, the org itself last. */
  path: readonly string[];
}

/** Why an org cannot be moved or merged. */
export type MoveProblem =
  /** There is no such org, or it was merged into another. */
  | 'no org'
  /** There is no such org to go to, or it was merged into another. */
  | 'no target'
  /** The committee at the top stays there. */
  | 'is root'
  /** It would lie below itself. */
  | 'below itself';

/** Whether one org can go below another, or into it. */
export function judgeMove(moved: Placed | undefined, target: Placed | undefined): MoveProblem | 'go' {
  if (moved === undefined || moved.org.mergedInto !== undefined) return 'no org';
  if (target === undefined || target.org.mergedInto !== undefined) return 'no target';
  if (moved.org.parentId === null) return 'is root';
  return target.path.includes(moved.org._id) ? 'below itself' : 'go';
}

/** Ids with those of one org replaced by another, each once. */
export const replaced = (ids: readonly string[], from: string, to: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? to : id))),
];

/** Every org that somebody sees things of: those on the paths of the orgs he belongs to. */
export const scopeOf = (paths: readonly (readonly string[])[]): string[] => [...new Set(paths.flat())];

/** The work that mends what is copied of orgs. */
export const ORG_COPIES = 'orgcopies';

/** Names that work: which org, and what for, such as the id of the command; no colon in either. */
export const copiesKey = (orgId: string, stamp: string): string => `${orgId}:${stamp}`;
export const orgOfKey = (key: string): string => key.slice(0, key.indexOf(':'));
export const stampOfKey = (key: string): string => key.slice(key.indexOf(':') + 1);
