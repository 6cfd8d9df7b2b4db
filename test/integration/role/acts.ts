import { openClaim } from '../../../cloudfunctions/domains/role/claiming';
import { termIdOf } from '../../../cloudfunctions/domains/role/rules/terms';
import { memberId } from '../../../scripts/seed/documents';
import { newCommandId } from '../../support/stack';
import type { Acts, Arrange } from '../stale/acts';

const DAY = 86_400_000;
const orgId = 'U01-WX-B01';
const secretary = { memberId: memberId('branch-secretary'), grant: { role: 'branchSecretary' as const, orgId } };
const own = { memberId: secretary.memberId, id: termIdOf(secretary.memberId, secretary.grant) };
const command = () => ({ commandId: newCommandId() });

/** Has a member given a role by the administrator, and says which. */
const given = async (city: Parameters<Arrange<'role.end'>>[0], who: string, role: 'judge' | 'stationHead') => {
  const input = { ...command(), orgId: 'U01', memberId: memberId(who), role, from: null, until: null };
  const { term } = await city.call('admin', 'role.grant', input);
  return { memberId: memberId(who), id: term.id };
};

export const acts: Acts<'role'> = {
  'role.grant': () => {
    const whom = { orgId: 'U01', memberId: memberId('cadre'), role: 'lecturer' as const, from: null, until: null };
    return Promise.resolve({ who: 'admin', input: { ...command(), ...whom } });
  },
  async 'role.extend'(city, now) {
    const held = await given(city, 'youth', 'judge');
    return { who: 'admin', input: { ...command(), ...held, until: now + 9 * DAY }, about: ['U01'] };
  },
  async 'role.end'(city) {
    const held = await given(city, 'cadre', 'judge');
    return { who: 'admin', input: { ...command(), ...held }, about: ['U01'] };
  },
  'role.delegate': (_city, now) => {
    const input = { ...command(), id: own.id, memberId: memberId('youth'), from: now, until: now + DAY };
    return Promise.resolve({ who: 'branch-secretary', input, about: [orgId] });
  },
  async 'role.decide'(city, now) {
    await city.db.roleterms.add({
      ...{
        _id: 't-asked',
        memberId: memberId('cadre'),
        role: 'office',
        orgId: 'JC',
        orgPath: ['JC'],
        orgName: '团市委',
      },
      ...{ from: now, until: null, of: null, state: 'proposed', at: now, by: memberId('secretary'), secondBy: null },
      ...{ endedBy: null, endedAt: null, lapsesAt: now + DAY },
    });
    return { who: 'admin', input: { ...command(), id: 't-asked', agree: true }, about: ['JC'] };
  },
  'role.handOver': () => {
    const whom = { orgId, memberId: secretary.memberId, toId: memberId('youth'), at: null, until: null };
    return Promise.resolve({ who: 'branch-secretary', input: { ...command(), ...whom } });
  },
  async 'role.undoHandOver'(city) {
    await given(city, 'district-youth', 'stationHead');
    const whom = { orgId: 'U01', memberId: memberId('district-youth'), toId: memberId('cadre') };
    const { handover } = await city.call('admin', 'role.handOver', { ...command(), ...whom, at: null, until: null });
    return { who: 'admin', input: { ...command(), id: handover.id }, about: ['U01'] };
  },
  async 'role.layDown'(city) {
    const held = await given(city, 'district-youth', 'judge');
    return { who: 'district-youth', input: { ...command(), ...held } };
  },
  async 'role.claim'({ db }, now) {
    const opened = await openClaim(db, { now, forced: true });
    if (typeof opened === 'string') throw new Error(opened);
    return { who: 'visitor', input: { ...command(), code: opened.code, name: '新管理员' } };
  },
};
