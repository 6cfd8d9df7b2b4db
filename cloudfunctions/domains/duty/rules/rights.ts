import type { RightsState } from '../../../../contract/domains/duty/constants';
import { dutyTable } from '../../../../contract/domains/duty/constants';
import type { Role } from '../../../../contract/roles';
import type { Viewer } from '../../../kernel/context';
import type { Grant } from '../../../kernel/grants';
import { judgeGiving, mayGive, type Ground } from '../../role/rules/granting';
import type { DutyDoc } from '../collections';
import { NO_END } from './terms';

/** What of a duty says which role comes with it, to whom and for how long. */
type Held = Pick<DutyDoc, 'kind' | 'memberId' | 'from' | 'until'>;
type Giver = Pick<Viewer, '_id' | 'grants'>;

/** What a command decides about the rights of a duty, written with it in one update. */
export type DecidedRights = Pick<DutyDoc, 'rights' | 'pending'>;

/** With what is left to be done of it: roles that are given or end by this command, or that one before left to end. */
export function decidedBy(
  commandId: string,
  rights: RightsState,
  ends: Role | null,
  before?: Pick<DutyDoc, 'pending'>,
): DecidedRights {
  const left = ends ?? before?.pending?.ends ?? null;
  return rights === 'given' || left !== null ? { rights, pending: { commandId, ends: left } } : { rights };
}

const roleOf = ({ kind }: Pick<DutyDoc, 'kind'>): Role | null => dutyTable[kind].role;

/** The end of a term as roles have it. */
export const endOf = ({ until }: Pick<DutyDoc, 'until'>): number | null => (until === NO_END ? null : until);

/** The role that a duty has given; null where it gives none. */
export const givenRole = (doc: Pick<DutyDoc, 'kind' | 'rights'>): Role | null =>
  doc.rights === 'given' ? roleOf(doc) : null;

/** Whether this org has to be looked at to know what comes of a duty's rights. */
export const isAboutRights = (before: Pick<DutyDoc, 'kind' | 'rights'> | undefined, after: Held): boolean =>
  roleOf(after) !== null || (before !== undefined && givenRole(before) !== null);

/** What the duty's role comes to when this person writes it down so: given, or why not. */
export function rightsFor(giver: Giver, ground: Ground, after: Held, wanted: boolean, now: number): RightsState {
  const role = roleOf(after);
  if (role === null) return 'none';
  if (!wanted) return 'unwanted';
  if (after.until <= now) return 'none';
  if (after.memberId === null) return 'not a member';
  const wish = { memberId: after.memberId, role, from: after.from, until: endOf(after) };
  const verdict = judgeGiving(giver, ground, wish, now);
  if (verdict === 'go') return 'given';
  return verdict === 'ROLE_NOT_HERE' ? 'not here' : 'not entitled';
}

/**
 * A duty as its rights stand: one whose role was taken back by hand gives none any more. What a command has still to
 * bring about, and what is over, stays as it is written.
 */
export function asItStands<D extends Held & Pick<DutyDoc, 'rights' | 'pending' | 'orgId'>>(
  doc: D,
  grants: readonly Grant[],
  now: number,
): D {
  const role = givenRole(doc);
  if (role === null || doc.pending !== undefined || doc.until <= now) return doc;
  const stands = grants.some(
    (grant) => grant.role === role && grant.orgId === doc.orgId && (grant.until ?? Infinity) > now,
  );
  return stands ? doc : { ...doc, rights: 'unwanted' };
}

/** Whether its role was wanted when the duty was last written. */
export const isWanted = ({ rights }: Pick<DutyDoc, 'rights'>): boolean => rights !== 'unwanted';

/** Whether the role that was given stays just as it is. */
const isUntouched = (before: Held & Pick<DutyDoc, 'rights'>, after: Held, wanted: boolean): boolean =>
  wanted && roleOf(before) === roleOf(after) && before.from === after.from && before.until === after.until;

interface Changing {
  before: Held & Pick<DutyDoc, 'rights' | 'pending'>;
  after: Held;
  wanted: boolean;
  now: number;
}

/**
 * What becomes of the rights of a duty that is changed: what they are afterwards, and the role that has to end first;
 * `not yours` where that one is not his to end or to change, `untouched` where nothing of it changes.
 */
export function rightsAfter(
  giver: Giver,
  ground: Ground,
  { before, after, wanted, now }: Changing,
): { rights: RightsState; ends: Role | null } | 'not yours' | 'untouched' {
  const given = givenRole(before);
  if (given === null) return { rights: rightsFor(giver, ground, after, wanted, now), ends: null };
  const mine = mayGive(giver, given, ground);
  // What another command left unfinished is given anew by whoever may; else it waits for that one to be sent again.
  if (isUntouched(before, after, wanted) && (before.pending === undefined || !mine)) return 'untouched';
  if (!mine) return 'not yours';
  return { rights: rightsFor(giver, ground, after, wanted, now), ends: given };
}
