import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { DAY_MS } from '../../../contract/durations';
import { orgs } from '../../support/domains';

export const NOW = Date.UTC(2026, 10, 29, 4);

/** A member of some orgs of the town, who joined a day before. */
export const somebody = (id: string, name: string, orgIds: string[], more: Partial<MemberDoc> = {}): MemberDoc => ({
  ...newMember(
    id,
    name,
    orgs.filter(({ _id }) => orgIds.includes(_id)),
  ),
  openid: `openid-${id}`,
  joinedAt: NOW - DAY_MS,
  ...more,
});
