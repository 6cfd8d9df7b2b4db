import type { Others } from '../../kernel/others';
import { renameInDuties } from '../duty/public';

/** Brings the name of a member that a domain copied up to date; the same again changes nothing. */
type NameFollower = (others: Others, member: { memberId: string; name: string }, now: number) => Promise<unknown>;

/**
 * What follows a change of somebody's name. A domain that shows people by a copy of their name adds its line, unless the
 * copy is a signature of its time, as under a 荐书: such a one stays (docs/adr/0037).
 */
export const nameFollowers: readonly NameFollower[] = [renameInDuties];
