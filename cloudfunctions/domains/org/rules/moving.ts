import { ORG_DEPTH_MAX } from '../../../../contract/domains/org/constants';
import type { OrgDoc } from '../collections';

/** An org and how it stands now. */
export interface Placed {
  org: Pick<OrgDoc, '_id' | 'parentId' | 'mergedInto'>;
  /** Root first, the org itself last. */
  path: readonly string[];
  /** It, or one above it, was archived. */
  archived?: boolean;
}

/** Why an org cannot be moved or merged. */
export type MoveProblem =
  /** There is no such org, or it was merged into another. */
  | 'no org'
  /** There is no such org to go to, or it was merged into another or archived. */
  | 'no target'
  /** The committee at the top stays there. */
  | 'is root'
  /** It would lie below itself. */
  | 'below itself'
  /** It would lie below the last level. */
  | 'too deep';

/** Whether one org can go into another. */
export function judgeMerge(moved: Placed | undefined, target: Placed | undefined): MoveProblem | 'go' {
  if (moved === undefined || moved.org.mergedInto !== undefined) return 'no org';
  if (target === undefined || target.org.mergedInto !== undefined || target.archived === true) return 'no target';
  if (moved.org.parentId === null) return 'is root';
  return target.path.includes(moved.org._id) ? 'below itself' : 'go';
}

/** Whether one org can go below another. */
export function judgeMove(moved: Placed | undefined, target: Placed | undefined): MoveProblem | 'go' {
  const verdict = judgeMerge(moved, target);
  const isLast = target !== undefined && target.path.length >= ORG_DEPTH_MAX;
  return verdict === 'go' && isLast ? 'too deep' : verdict;
}

/**
 * Where in the copied path of an org below the moved one an id stands only if that org would come to lie below the last
 * level; `moved` and `target` are how long their paths are.
 */
export const firstTooDeep = (moved: number, target: number): number => ORG_DEPTH_MAX - target - 1 + moved;

/** Ids with those of one org replaced by another, each once. */
export const replaced = (ids: readonly string[], from: string, to: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? to : id))),
];

/** Every org that somebody sees things of: those on the paths of the orgs he belongs to. */
export const scopeOf = (paths: readonly (readonly string[])[]): string[] => [...new Set(paths.flat())];

/** The work that mends what is copied of orgs. */
export const ORG_COPIES = 'orgcopies';

/**
 * Names that work: what for, such as the id of a change, and which org; no colon in either. All work of one change begins
 * alike, so that one can see how far it has come.
 */
export const copiesKey = (orgId: string, stamp: string): string => `${stamp}:${orgId}`;
export const orgOfKey = (key: string): string => key.slice(key.indexOf(':') + 1);
export const stampOfKey = (key: string): string => key.slice(0, key.indexOf(':'));
