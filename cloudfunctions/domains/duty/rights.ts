import type { RightsState } from '../../../contract/domains/duty/constants';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { findOrg } from '../org/public';
import { endGrants, grantRole } from '../role/public';
import type { DutyDatabase, DutyDoc } from './collections';
import { decidedBy, endOf, givenRole, isAboutRights, rightsAfter, rightsFor, type DecidedRights } from './rules/rights';
import { ended, settled, standInsOf } from './store';

type Context = MemberContext<DutyDatabase>;
type Written = Pick<DutyDoc, 'kind' | 'memberId' | 'from' | 'until'>;

interface Question {
  commandId: string;
  org: { _id: string; path: string[] };
  before?: DutyDoc;
  after: Written;
  wanted: boolean;
}

/**
 * Decides what the duty's role comes to, by the duty table and by what whoever writes it may give there; refuses where a
 * role would end or change that is not his to give. Asks for nothing of a duty that has none; else one round trip.
 */
export async function decideRights(
  { commandId, org, before, after, wanted }: Question,
  { others, viewer, now }: Context,
): Promise<DecidedRights> {
  if (!isAboutRights(before, after)) return decidedBy(commandId, 'none', null, before);
  const found = (await findOrg(others, org._id)) ?? refuse('NOT_FOUND');
  const ground = { place: { kind: found.kind, isRoot: org.path.length === 1 }, path: org.path };
  if (before === undefined) return decidedBy(commandId, rightsFor(viewer, ground, after, wanted, now), null);
  const decided = rightsAfter(viewer, ground, { before, after, wanted, now });
  if (decided === 'not yours') refuse('duty.revise', 'DUTY_RIGHTS_NOT_YOURS');
  if (decided === 'untouched') return { rights: before.rights, ...(before.pending && { pending: before.pending }) };
  return decidedBy(commandId, decided.rights, decided.ends, before);
}

/**
 * Makes roles say what was decided. The duty was written first and says by which command that is still to be done; sent
 * again after the call was killed, the command gets here and does the rest.
 */
export async function settleRights(doc: DutyDoc, commandId: string, context: Context): Promise<DutyDoc> {
  const { db, others, viewer, now } = context;
  const { pending, memberId, orgId } = doc;
  if (pending?.commandId !== commandId || memberId === null) return doc;
  const command = { commandId, now, by: viewer._id };
  if (pending.ends !== null) {
    await endGrants(others, { memberId, role: pending.ends, orgId }, command);
    // Noted before anything is given, which a second ending would take away again.
    await ended(db, { id: doc._id, commandId });
  }
  const rights = await give(doc, commandId, context);
  if (rights === 'given') await giveStandIns(doc, commandId, context);
  return (await settled(db, { id: doc._id, commandId, rights })) ?? (await db.duties.get(doc._id)) ?? doc;
}

async function give(doc: DutyDoc, commandId: string, { db, others, viewer, now }: Context): Promise<RightsState> {
  const { memberId, orgId, from, of } = doc;
  const role = givenRole(doc);
  if (role === null || memberId === null) return doc.rights;
  const principal = of === null ? undefined : await db.duties.get(of);
  const inPlaceOf = principal?.memberId ?? undefined;
  const until = Math.min(doc.until, principal?.until ?? Infinity);
  const granting = {
    ...{ memberId, role, orgId, from },
    ...(endOf({ until }) !== null && { until }),
    ...(inPlaceOf !== undefined && { of: inPlaceOf }),
  };
  const outcome = await grantRole(others, granting, { commandId, now, by: viewer._id });
  return outcome === 'done' ? 'given' : outcome === 'held' ? 'held' : 'not a member';
}

/** Who stood in for somebody lost that with the role which ended; the new one of the same person brings it back. */
async function giveStandIns(doc: DutyDoc, commandId: string, context: Context): Promise<void> {
  for (const standIn of await standInsOf(context.db, doc, context.now)) await give(standIn, commandId, context);
}
