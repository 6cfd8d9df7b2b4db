import { DAY_MS } from '../../../../contract/durations';
import { startOfDay } from '../../../../contract/day';
import type { AuditKind } from '../../../../contract/domains/audit/constants';
import { all, among, between, type Condition, type Query } from '../../port';
import type { AuditDoc } from '../collections';

/** What is looked for. */
export interface Sought {
  /** Entries that concern one of these orgs; absent: all. */
  orgIds?: readonly string[] | undefined;
  personId?: string | undefined;
  /** Only what that person did. */
  by?: boolean | undefined;
  thingId?: string | undefined;
  action?: string | undefined;
  kind?: AuditKind | undefined;
  /** The first day and the last. */
  from?: string | undefined;
  to?: string | undefined;
}

/** The instants from a day to another, both included; without one of the two, all before or after. */
const within = (from: string | undefined, to: string | undefined): Condition =>
  between(
    from === undefined ? 0 : startOfDay(from),
    to === undefined ? Number.MAX_SAFE_INTEGER : startOfDay(to) + DAY_MS - 1,
  );

/** What finds these entries. */
export function soughtQuery({ orgIds, personId, by, thingId, action, kind, from, to }: Sought): Query<AuditDoc> {
  const about = [personId, thingId].flatMap((id) => id ?? []);
  const bounded = from !== undefined || to !== undefined;
  return {
    ...(orgIds && { orgs: among(orgIds) }),
    ...(about.length > 0 && { about: all(about) }),
    ...(by === true && personId !== undefined && { actor: personId }),
    ...(action !== undefined && { action }),
    ...(kind !== undefined && { kind }),
    ...(bounded && { at: within(from, to) }),
  };
}
