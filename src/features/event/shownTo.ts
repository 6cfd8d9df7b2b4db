import { formMinutes } from '@contract/shared/participation/constants';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { audienceOf } from '@/shared/org/audience';
import type { EventPlan } from './plan';

/** Who will see the event, and what it asks of them (rule R8): `将发布给团市委和下属组织的成员，报名约 1 分钟`. */
export function shownTo(plan: EventPlan, orgs: readonly ManagedOrg[]): string {
  const asks = plan.form.length === 0 ? '' : `，报名约 ${formMinutes(plan.form)} 分钟`;
  return `将发布给${audienceOf({ id: plan.orgId, name: plan.orgName }, orgs)}${asks}`;
}
