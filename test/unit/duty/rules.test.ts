import { accessTo, looksByRole } from '../../../cloudfunctions/domains/duty/rules/access';
import { newDuty } from '../../../cloudfunctions/domains/duty/rules/duty';
import { daysOf, endedAt, NO_END, termOf } from '../../../cloudfunctions/domains/duty/rules/terms';
import { boardGroups, managedDutyView } from '../../../cloudfunctions/domains/duty/rules/view';
import type { DutyDoc } from '../../../cloudfunctions/domains/duty/collections';
import { dutyKinds, dutyTable, usualGroups, type DutyKind } from '../../../contract/domains/duty/constants';
import { startOfDay } from '../../../contract/day';

const NOW = startOfDay('20261123');
const duty = (id: string, kind: DutyKind, more: Partial<DutyDoc> = {}): DutyDoc => ({
  ...newDuty({
    id,
    org: { _id: 'b1', path: ['root', 'b1'] },
    what: { group: '领导小组', kind, title: '' },
    holder: { memberId: null, name: id },
    term: { from: '20260301', until: null },
    now: 1000,
  }),
  ...more,
});

describe('a term', () => {
  it('is stored by its first instant and the first after it, and comes back as the same days', () => {
    const term = termOf({ from: '20260301', until: '20260331' });
    expect(term).toEqual({ from: startOfDay('20260301'), until: startOfDay('20260401') });
    expect(daysOf(term)).toEqual({ from: '20260301', until: '20260331' });
    expect(daysOf(termOf({ from: '20260301', until: null }))).toEqual({ from: '20260301', until: null });
  });

  it('ended early has the day before as its last, ended late or before it began is never longer', () => {
    const term = termOf({ from: '20260301', until: '20260331' });
    expect(daysOf(endedAt(term, startOfDay('20260310')))).toEqual({ from: '20260301', until: '20260309' });
    expect(endedAt(term, startOfDay('20260501'))).toEqual(term);
    const never = endedAt(term, startOfDay('20260201'));
    expect(never.from).toBe(never.until);
  });

  it('without an end ends after every other', () => {
    expect(NO_END).toBeGreaterThanOrEqual(startOfDay('20991231'));
  });
});

describe('the board', () => {
  it('has the group of the highest duty first, and in each the duties in the order of the table', () => {
    const docs = [
      duty('office', 'officeHead', { group: '领导小组办公室' }),
      duty('member', 'groupMember'),
      duty('leader', 'leader'),
      duty('secretary', 'secretary', { group: '领导班子' }),
    ];
    const groups = boardGroups(docs, NOW);
    expect(groups.map(({ name }) => name)).toEqual(['领导班子', '领导小组', '领导小组办公室']);
    expect(groups[1]?.duties.map(({ name }) => name)).toEqual(['leader', 'member']);
  });

  it('has those of one duty as they were placed or else added, whoever is still to come last', () => {
    const docs = [
      duty('c', 'groupMember', { order: 1500 }),
      duty('a', 'groupMember', { order: 2000 }),
      duty('b', 'groupMember', { order: 1000 }),
      duty('a2', 'groupMember', { order: 2000 }),
      duty('next', 'groupMember', { order: 1, from: NOW + 1 }),
    ];
    expect(boardGroups(docs, NOW)[0]?.duties.map(({ name }) => name)).toEqual(['b', 'c', 'a', 'a2', 'next']);
  });

  it('names who stands in with the person himself, and by himself where that one is gone', () => {
    const leader = duty('leader', 'leader');
    const standIn = duty('standIn', 'leader', { of: 'leader' });
    expect(boardGroups([standIn, leader], NOW)).toMatchObject([
      { duties: [{ name: 'leader', standsInFor: null, standIns: [{ name: 'standIn', standsInFor: 'leader' }] }] },
    ]);
    expect(boardGroups([standIn], NOW)).toMatchObject([{ duties: [{ name: 'standIn', standsInFor: 'leader' }] }]);
  });

  it('calls a duty by its own title, or by the name of its kind', () => {
    expect(managedDutyView(duty('a', 'leader'))).toMatchObject({ title: '组长', ownTitle: '', version: 0 });
    const named = duty('a', 'leader', { title: '常务组长', version: 2 });
    expect(managedDutyView(named)).toMatchObject({ title: '常务组长', ownTitle: '常务组长', version: 2 });
  });
});

describe('who sees a board', () => {
  const person = { scope: ['root', 'd1'], grants: [] };
  const secretary = { scope: ['root'], grants: [{ role: 'orgAdmin' as const, orgId: 'd2' }] };

  it('is everybody who belongs to the org or below it, and who edits or sees there or above', () => {
    const auditor = { scope: ['root', 'd1'], grants: [{ role: 'auditor' as const, orgId: 'root' }] };
    expect(accessTo(auditor, 'b3', ['root', 'd2', 'b3'])).toEqual({ mayManage: false });
    expect(accessTo(auditor, 'b3', undefined)).toBeUndefined();
    expect(accessTo(person, 'd1', undefined)).toEqual({ mayManage: false });
    expect(accessTo(person, 'd2', ['root', 'd2'])).toBeUndefined();
    expect(accessTo(secretary, 'b3', ['root', 'd2', 'b3'])).toEqual({ mayManage: true });
    expect(accessTo(secretary, 'root', ['root'])).toEqual({ mayManage: false });
    expect(accessTo(secretary, 'b3', undefined)).toBeUndefined();
  });

  it('needs nobody to know where an org stands who has no role that shows any', () => {
    const auditor = { scope: [], grants: [{ role: 'auditor' as const, orgId: 'root' }] };
    const judge = { scope: [], grants: [{ role: 'judge' as const, orgId: 'root' }] };
    expect([person, judge, secretary, auditor].map(looksByRole)).toEqual([false, false, true, true]);
  });
});

describe('the duty table', () => {
  it('has every duty in a usual group, and none that no table knows', () => {
    expect(new Set(usualGroups.flatMap(({ kinds }) => kinds))).toEqual(new Set(dutyKinds));
  });

  it('gives rights to the two secretaries alone: all else is an honour and a task', () => {
    expect(dutyKinds.filter((kind) => dutyTable[kind].role !== null)).toEqual(['secretary', 'branchSecretary']);
  });
});
