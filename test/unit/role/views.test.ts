import type { TermDoc } from '../../../cloudfunctions/domains/role/collections';
import { mayHandOver, successorTerm, toHandOver } from '../../../cloudfunctions/domains/role/rules/handing';
import {
  givesPermission,
  grantView,
  inOrder,
  peopleOf,
  sightOf,
  termView,
  wordsOf,
} from '../../../cloudfunctions/domains/role/rules/view';
import type { Grant } from '../../../cloudfunctions/kernel/grants';
import { isInPerson, permissions, hasPermission, type Permission } from '../../../contract/permissions';
import type { Role } from '../../../contract/roles';

const NOW = 1000;
const org = { _id: 'branch', name: '东支部', kind: 'branch' } as const;
const names = new Map([
  ['reader', '林晓'],
  ['head', '沈知'],
]);
const given: TermDoc = {
  ...{ _id: 't1', memberId: 'reader', role: 'branchSecretary', orgId: 'branch', orgPath: ['branch'] },
  ...{ orgName: '东支部', from: 0, until: 2000, of: null, state: 'given', at: 0, by: 'head' },
  ...{ secondBy: null, endedBy: null, endedAt: null, lapsesAt: null },
};
const term = (more: Partial<TermDoc>, now = NOW, mayDecide = true) =>
  termView({ ...given, ...more }, { names, now, mayDecide });
const view = (id: string, memberId: string, grant: Grant, now = NOW) =>
  grantView({ id, memberId, grant }, { org, names, mayChange: true, now });

describe('a term', () => {
  it('names whom it is about and who gave it, and of somebody who is gone that he is', () => {
    expect(term({})).toMatchObject({ member: { name: '林晓' }, of: null, by: '沈知', secondBy: null });
    expect(term({ memberId: 'gone', of: 'head', by: 'gone' })).toMatchObject({
      member: { name: '已注销的成员' },
      of: { name: '沈知' },
      by: null,
    });
  });

  it('is over when its end has come, and ended then unless somebody ended it before', () => {
    expect(term({})).toMatchObject({ state: 'given', endedAt: null });
    expect(term({}, 2000)).toMatchObject({ state: 'ended', endedAt: 2000 });
    expect(term({ state: 'ended', endedAt: 500 })).toMatchObject({ state: 'ended', endedAt: 500 });
    expect(term({ until: null }, 9000)).toMatchObject({ state: 'given', endedAt: null });
  });

  it('that is proposed can be decided until it lapses, by who may', () => {
    const proposal = { state: 'proposed', lapsesAt: 1500 } as const;
    expect(term(proposal)).toMatchObject({ state: 'proposed', mayDecide: true });
    expect(term(proposal, NOW, false)).toMatchObject({ mayDecide: false });
    expect(term(proposal, 1500)).toMatchObject({ state: 'lapsed', mayDecide: false });
    expect(term({ ...proposal, lapsesAt: null }, 9000)).toMatchObject({ state: 'proposed' });
    expect(term({}).mayDecide).toBe(false);
  });

  it('names each member that there is, and no empty one', () => {
    expect(peopleOf({ ...given, of: 'a', by: '', endedBy: 'b' })).toEqual(['reader', 'a', 'b']);
  });
});

describe('a role', () => {
  it('says in whose place it is held, and whether it is still to come', () => {
    const acting = view('g1', 'reader', {
      role: 'branchSecretary',
      orgId: 'branch',
      from: 1500,
      until: 2000,
      of: 'head',
    });
    expect(acting).toMatchObject({ from: 1500, until: 2000, of: { id: 'head', name: '沈知' }, coming: true });
    const own = view('g2', 'reader', { role: 'branchSecretary', orgId: 'branch' });
    expect(own).toMatchObject({ from: null, until: null, of: null, coming: false });
  });

  it('stands in the order of the roles, an administrator of the city first, what is to come last, then by name', () => {
    const held = (id: string, role: Role, memberId: string, from = 0) =>
      view(id, memberId, { role, orgId: 'branch', from });
    const sorted = [
      held('coming', 'cityAdmin', 'reader', 1500),
      held('d', 'branchSecretary', 'head'),
      held('c', 'branchSecretary', 'reader'),
      held('b', 'branchSecretary', 'reader'),
      held('a', 'cityAdmin', 'head'),
    ];
    const expected = ['a', 'b', 'c', 'd', 'coming'];
    expect(inOrder(sorted).map(({ id }) => id)).toEqual(expected);
    expect(inOrder(sorted.reverse()).map(({ id }) => id)).toEqual(expected);
  });

  it('that is held for another is without what is for the holder in person', () => {
    const inPerson = (Object.keys(permissions) as Permission[]).filter(
      (permission) => isInPerson(permission) && hasPermission('orgAdmin', permission),
    );
    expect(inPerson).not.toEqual([]);
    const all = wordsOf('orgAdmin', false);
    const acting = wordsOf('orgAdmin', true);
    for (const permission of inPerson) {
      const { name } = permissions[permission];
      expect([all.includes(name), acting.includes(name)]).toEqual([true, false]);
      const grant: Grant = { role: 'orgAdmin', orgId: 'branch' };
      expect(givesPermission(grant, permission)).toBe(true);
      expect(givesPermission({ ...grant, of: 'head' }, permission)).toBe(false);
      expect(givesPermission({ ...grant, role: 'member' }, permission)).toBe(false);
    }
  });

  it('lets a member see and sign up, and says where it comes from', () => {
    expect(sightOf({ role: 'member', orgId: 'branch' }, org, false)).toMatchObject({
      ...{ fromAbove: false, from: null, until: null, acting: false },
      may: ['看到发给这个组织和它上级的活动、荐书', '报名参加活动'],
    });
    const acting: Grant = { role: 'branchSecretary', orgId: 'branch', from: 1, until: 2, of: 'head' };
    expect(sightOf(acting, org, true)).toMatchObject({ fromAbove: true, from: 1, until: 2, acting: true });
  });
});

describe('a handover', () => {
  const ground = { place: { kind: 'branch', isRoot: false }, path: ['city', 'east', 'branch'] } as const;
  const role = (role: Role, orgId: string, until?: number): Grant => ({
    role,
    orgId,
    ...(until !== undefined && { until }),
  });
  const secretary = { _id: 'reader', grants: [role('branchSecretary', 'branch', 2000)] };
  const head = { _id: 'head', grants: [role('orgAdmin', 'east')] };
  const until = (
    viewer: typeof head,
    asked: { memberId?: string; toId?: string; until?: number | null; own?: number },
  ) =>
    successorTerm(
      viewer,
      ground,
      {
        ...{ memberId: 'reader', toId: 'next', at: NOW, until: null, ...asked },
        grant: role('branchSecretary', 'branch', asked.own),
      },
      NOW,
    );

  it('is about own roles on that org that are not over', () => {
    const grants: Grant[] = [
      role('member', 'branch'),
      role('branchSecretary', 'east'),
      role('branchSecretary', 'branch', NOW),
      { ...role('branchSecretary', 'branch'), of: 'head' },
      role('branchSecretary', 'branch'),
      role('branchSecretary', 'branch', 2000),
    ];
    expect(toHandOver(grants, 'branch', NOW)).toEqual(grants.slice(4));
  });

  it('is for who gives the role, or has it himself where the table lets him', () => {
    expect(mayHandOver(head, ground, 'reader', { role: 'branchSecretary' })).toBe(true);
    expect(mayHandOver(secretary, ground, 'reader', { role: 'branchSecretary' })).toBe(true);
    expect(mayHandOver(secretary, ground, 'other', { role: 'branchSecretary' })).toBe(false);
    expect(mayHandOver(secretary, ground, 'reader', { role: 'auditor' })).toBe(false);
  });

  it('goes to another than who hands over and who leaves', () => {
    expect(until(head, { toId: 'head' })).toBe('ROLE_TO_SELF');
    expect(until(head, { toId: 'reader' })).toBe('ROLE_TO_SELF');
  });

  it('of another’s role is for as long as one may give it, and refused to who may not', () => {
    expect(until(head, { until: 3000 })).toEqual({ ends: 3000 });
    expect(until({ ...head, grants: [] }, { until: 3000 })).toBe('ROLE_NOT_YOURS');
  });

  it('of one’s own role ends with one’s own term or before it', () => {
    expect(until(secretary, { own: 2000 })).toEqual({ ends: 2000 });
    expect(until(secretary, { own: 2000, until: 1500 })).toEqual({ ends: 1500 });
    expect(until(secretary, { own: 2000, until: 2500 })).toBe('ROLE_TERM_INVALID');
    expect(until(secretary, {})).toEqual({ ends: null });
  });
});
