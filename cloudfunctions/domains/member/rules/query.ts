import { roles } from '../../../../contract/roles';
import type { MemberDoc } from '../../../kernel/collections';
import { above, among, between, type Conditions, type Query } from '../../../kernel/port';

const beyondMember = roles.filter((role) => role !== 'member');

/** What is asked for of an org's members. */
export interface Chosen {
  orgId: string;
  role?: 'any' | undefined;
  state?: 'active' | 'disabled' | undefined;
  belonging?: 'none' | undefined;
}

/** Who is disabled at this instant: an end that has passed counts, though nobody has written so. */
const disabledNow = (now: number): Conditions<MemberDoc>[] => [
  { disabled: true, 'disabledFor.until': null },
  { disabled: true, 'disabledFor.until': above(now) },
];
const activeNow = (now: number): Conditions<MemberDoc>[] => [
  { disabled: false },
  // Between two times, so that the absence of one is none.
  { disabled: true, 'disabledFor.until': between(0, now) },
];

/**
 * Members of an org and all below it, by what is copied of their orgs. Of roles also those whose term is over or to
 * come: which of them counts is for the row to say. Or, whatever the org, those who belong to none.
 */
export const chosenMembers = ({ orgId, role, state, belonging }: Chosen, now: number): Query<MemberDoc> => ({
  ...(belonging === 'none' ? { 'orgIds.0': null } : { scope: orgId }),
  ...(role === undefined ? {} : { 'grants.role': among(beyondMember) }),
  ...(state === undefined ? {} : { anyOf: state === 'disabled' ? disabledNow(now) : activeNow(now) }),
});
