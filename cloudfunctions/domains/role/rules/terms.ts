import type { Role } from '../../../../contract/roles';
import type { Grant } from '../../../kernel/grants';
import { deriveId } from '../../../kernel/ids';
import type { TermDoc } from '../collections';

/** What a role is given with. */
export interface Wish {
  memberId: string;
  role: Role;
  from: number;
  until: number | null;
  /** In whose place; null: his own. */
  of: string | null;
}

/** The org that a term is on. */
export interface TermOrg {
  _id: string;
  name: string;
  path: readonly string[];
}

/** The term of a grant: what it names, or, where it was given before there were terms, an id that is always the same. */
export const termIdOf = (memberId: string, { term, role, orgId, from, of }: Grant): string =>
  term ?? deriveId('t', memberId, role, orgId, String(from ?? 0), of ?? '');

/** Who gives it and when; `lapsesAt` where a second person has to agree until then. */
export type Giving = { by: string; now: number; lapsesAt: number | null } & Pick<TermDoc, 'changes' | 'replaces'>;

/** A term as it is given, or proposed. */
export const newTerm = (
  id: string,
  { _id: orgId, name, path }: TermOrg,
  { memberId, role, from, until, of }: Wish,
  { by, now, lapsesAt, changes, replaces }: Giving,
): TermDoc => ({
  ...{ _id: id, memberId, role, orgId, orgPath: [...path], orgName: name, from, until, of },
  ...{ state: lapsesAt === null ? 'given' : 'proposed', at: now, by, lapsesAt },
  ...{ secondBy: null, endedBy: null, endedAt: null },
  ...(changes !== undefined && { changes }),
  ...(replaces !== undefined && { replaces }),
});

/** The term of a grant that was given before there were terms: nobody knows by whom. */
export const formerTerm = (memberId: string, grant: Grant, org: TermOrg, now: number): TermDoc =>
  newTerm(
    termIdOf(memberId, grant),
    org,
    { memberId, role: grant.role, from: grant.from ?? 0, until: grant.until ?? null, of: grant.of ?? null },
    { by: '', now, lapsesAt: null },
  );

/** The grant that a term is while it is given. */
const grantOf = ({ _id, role, orgId, from, until, of }: TermDoc): Grant => ({
  ...{ role, orgId },
  ...(from !== 0 && { from }),
  ...(until !== null && { until }),
  ...(of !== null && { of }),
  term: _id,
});

const said = ({ from, until, term }: Grant): string => JSON.stringify([from, until, term]);

/**
 * A member's grants as a term says; `undefined` where they are so already. The org of a grant that is there stays: it may
 * have been taken to another with a merger.
 */
export function grantsAfter(grants: readonly Grant[], term: TermDoc): Grant[] | undefined {
  const isIt = (grant: Grant) => termIdOf(term.memberId, grant) === term._id;
  const standing = grants.find(isIt);
  if (term.state !== 'given') return standing && grants.filter((grant) => !isIt(grant));
  if (standing === undefined) return [...grants, grantOf(term)];
  const wanted = { ...grantOf(term), orgId: standing.orgId };
  return said(standing) === said(wanted) ? undefined : grants.map((grant) => (isIt(grant) ? wanted : grant));
}

/** Whether somebody holds the role on the org in his own right for some of that time. `but`: a term that does not count. */
export const holdsMeanwhile = (
  { _id, grants }: { _id: string; grants: readonly Grant[] },
  { role, from, until }: Pick<Wish, 'role' | 'from' | 'until'>,
  orgId: string,
  but: string,
): boolean =>
  grants.some(
    (grant) =>
      grant.role === role &&
      grant.orgId === orgId &&
      grant.of === undefined &&
      termIdOf(_id, grant) !== but &&
      (grant.from ?? 0) < (until ?? Infinity) &&
      from < (grant.until ?? Infinity),
  );
