import { INVITATION_DAYS, type invitationDays } from '@contract/domains/invitation/constants';

/** How long an invitation holds, for how many, and whether nobody comes in by himself; as they are chosen and typed. */
export interface Terms {
  days: string;
  limit: string;
  approval: boolean;
}

/** What they are unless somebody changes them. */
export const usualTerms: Terms = { days: String(INVITATION_DAYS), limit: '50', approval: false };

/** As they are sent. */
export const termsIn = ({ days, limit, approval }: Terms) => ({
  days: Number(days) as (typeof invitationDays)[number],
  limit: Number(limit),
  approval,
});
