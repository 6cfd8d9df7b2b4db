import { findHolder, standInsOf } from '../../kernel/memberGrants';
import type { Others } from '../../kernel/others';
import type { Grant } from '../../kernel/grants';
import { findOrgs } from '../org/public';
import type { RoleDatabase, TermDoc } from './collections';
import { letGo } from './guard';
import { isKeeping } from './rules/guard';
import { formerTerm, termIdOf } from './rules/terms';
import { end, findTerm, give, setUntil } from './store';

type Db = Pick<RoleDatabase, 'roleterms' | 'roleguards'>;

/** A grant with its member and its term. */
export interface Held {
  memberId: string;
  grant: Grant;
  id: string;
}

/** What a member holds, by term; `undefined` where there is no such member. One round trip. */
export async function heldBy(others: Others, memberId: string): Promise<Held[] | undefined> {
  const holder = await findHolder(others, memberId);
  return holder?.grants.map((grant) => ({ memberId, grant, id: termIdOf(memberId, grant) }));
}

/** The term of a grant; one that was given before there were terms gets its own. One round trip, more for such a one. */
export async function termOf(db: Db, others: Others, { memberId, grant, id }: Held, now: number): Promise<TermDoc> {
  const standing = await findTerm(db, id);
  if (standing !== undefined) return standing;
  const [org] = await findOrgs(others, [grant.orgId]);
  const { _id = grant.orgId, name = '', path = [grant.orgId] } = org ?? {};
  return give(db, others, formerTerm(memberId, grant, { _id, name, path }, now));
}

export interface Ending {
  /** Stays the same where the command is sent again. */
  commandId: string;
  by: string;
  now: number;
}

/** Whether the city keeps an administrator when this term ends, or gets an end. Nothing to ask of most. */
const mayEnd = (db: Db, others: Others, term: TermDoc, now: number): Promise<boolean> | true =>
  term.orgPath.length === 1 && isKeeping({ ...term, of: term.of ?? undefined }, term.orgId)
    ? letGo(db, others, { memberId: term.memberId, rootId: term.orgId }, now)
    : true;

/**
 * Ends a term, or gives it an end to come, and with it those who stand in for its holder. `last` where the city would be
 * without an administrator.
 */
export async function endTerm(
  db: Db,
  others: Others,
  held: Held,
  { commandId, by, now }: Ending,
  at: number = now,
): Promise<TermDoc | 'last'> {
  const term = await termOf(db, others, held, now);
  if (term.state === 'given' && !(await mayEnd(db, others, term, now))) return 'last';
  const ended =
    at > now
      ? await setUntil(db, others, term._id, at, commandId)
      : await end(db, others, term._id, { commandId, by, now });
  await endStandIns(db, others, held, { commandId, by, now }, at);
  return ended ?? term;
}

/** Who stands in for somebody does so no longer than he holds the role himself. */
export async function endStandIns(
  db: Db,
  others: Others,
  { memberId, grant }: Held,
  ending: Ending,
  at: number,
): Promise<void> {
  if (grant.of !== undefined) return;
  for (const holder of await standInsOf(others, memberId)) {
    const theirs = holder.grants.filter(
      ({ role, orgId, of, until }) =>
        of === memberId && role === grant.role && orgId === grant.orgId && (until ?? Infinity) > at,
    );
    for (const one of theirs) {
      const held = { memberId: holder._id, grant: one, id: termIdOf(holder._id, one) };
      await endTerm(db, others, held, ending, at);
    }
  }
}
