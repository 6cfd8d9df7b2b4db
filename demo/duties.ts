import type { DutyKind } from '../contract/domains/duty/constants';

/** A duty of the demo city; days count from the one on which the city is made. */
export interface DemoDuty {
  key: string;
  orgId: string;
  group: string;
  kind: DutyKind;
  title?: string;
  /** The key of a member, or the name of somebody who does not use the system; made up. */
  who: { member: string } | { name: string };
  fromDay: number;
  untilDay?: number;
  /** The key of the duty in which somebody is stood in for. */
  of?: string;
}

const city = { orgId: 'JC', fromDay: -260 };
const group = { ...city, group: '领导小组' };
const office = { ...city, group: '领导小组办公室' };
const branch = { orgId: 'U01-WX-B01', group: '支部委员会', fromDay: -90 };

export const demoDuties: readonly DemoDuty[] = [
  { key: 'jc-leader', ...group, kind: 'leader', who: { member: 'secretary' } },
  { key: 'jc-deputy-1', ...group, kind: 'deputyLeader', who: { name: '江若川' } },
  { key: 'jc-deputy-2', ...group, kind: 'deputyLeader', who: { name: '欧阳闻笛' } },
  { key: 'jc-member-1', ...group, kind: 'groupMember', who: { member: 'party-committee' } },
  { key: 'jc-member-2', ...group, kind: 'groupMember', who: { member: 'organisation' } },
  { key: 'jc-member-3', ...group, kind: 'groupMember', who: { member: 'publicity' } },
  { key: 'jc-member-4', ...group, kind: 'groupMember', who: { name: '方既白' }, untilDay: 45 },
  { key: 'jc-head', ...office, kind: 'officeHead', who: { member: 'admin' } },
  { key: 'jc-office', ...office, kind: 'officeMember', who: { member: 'office' } },
  { key: 'jc-cadre', ...office, kind: 'officeMember', title: '联络员', who: { member: 'cadre' } },
  { key: 'jc-former-1', ...group, kind: 'leader', who: { name: '闻人镜湖' }, fromDay: -1900, untilDay: -261 },
  { key: 'jc-former-2', ...office, kind: 'officeHead', who: { name: '苗圃' }, fromDay: -1100, untilDay: -261 },
  { key: 'b01-secretary', ...branch, kind: 'branchSecretary', who: { member: 'branch-secretary' } },
  {
    key: 'b01-deputy',
    ...branch,
    kind: 'branchSecretary',
    who: { member: 'deputy' },
    fromDay: -2,
    untilDay: 11,
    of: 'b01-secretary',
  },
  { key: 'b01-organisation', ...branch, kind: 'organisationMember', who: { name: '钟灵' } },
  { key: 'b01-publicity', ...branch, kind: 'publicityMember', who: { member: 'youth' } },
  {
    key: 'b01-former',
    ...branch,
    kind: 'branchSecretary',
    who: { member: 'former-secretary' },
    fromDay: -500,
    untilDay: -91,
  },
];
