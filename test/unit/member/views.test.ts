import { maskedName } from '../../../cloudfunctions/domains/member/rules/mask';
import { disabledAt, memberDetail, memberRow, type Seen } from '../../../cloudfunctions/domains/member/rules/view';

const NOW = 1000;
const member: Seen = {
  ...{
    _id: 'reader',
    name: '林晓',
    orgIds: ['branch', 'gone'],
    scope: ['city', 'branch'],
    disabled: false,
    joinedAt: 1,
  },
  grants: [
    { role: 'member', orgId: 'branch' },
    { role: 'judge', orgId: 'branch', until: NOW },
    { role: 'lecturer', orgId: 'branch', from: NOW + 1 },
    { role: 'branchSecretary', orgId: 'branch', from: 0, until: 2000, of: 'head' },
    { role: 'moderator', orgId: 'branch', of: 'gone' },
    { role: 'office', orgId: 'gone' },
  ],
  nodes: [{ _id: 'branch', name: '东支部' }],
};
const known = {
  orgs: [{ _id: 'branch', name: '东支部' }],
  names: new Map([['head', '沈*']]),
  duties: [],
  former: [],
  mayManage: true,
  mayTransfer: () => false,
  merge: undefined,
};
const head = { grants: [{ role: 'orgAdmin', orgId: 'city' }] } as const;
const viewer = (grants: readonly object[] = []) => ({ grants }) as Parameters<typeof memberRow>[0];

it('a masked name keeps its first character, also where that is more than one unit of code', () => {
  expect(['林晓', '𠮷野', ''].map(maskedName)).toEqual(['林*', '𠮷*', '*']);
});

it('a name is shown in full to who has names above the member, and masked to anybody else', () => {
  expect(memberRow(viewer(head.grants), member, NOW).name).toBe('林晓');
  expect(memberRow(viewer(), member, NOW).name).toBe('林*');
});

it('a row has the orgs that there are and each role that counts now, once', () => {
  const twice = { ...member, grants: [...member.grants, { role: 'moderator', orgId: 'city' } as const] };
  expect(memberRow(viewer(), twice, NOW)).toMatchObject({
    orgs: [{ id: 'branch', name: '东支部' }],
    roles: ['branchSecretary', 'moderator', 'office'],
  });
});

it('a member’s roles stand with what counts now first and what is past last, without those on an org that is gone', () => {
  const { roles } = memberDetail(viewer(), member, known, NOW);
  expect(roles.map(({ role, state }) => [role, state])).toEqual([
    ['branchSecretary', 'now'],
    ['moderator', 'now'],
    ['lecturer', 'coming'],
    ['judge', 'past'],
  ]);
});

it('former duties stand with their orgs, without those on an org that is gone', () => {
  const duty = { id: 'duty', title: 'head', group: '领导小组', from: '20250101', until: '20251231' } as const;
  const former = [duty, { ...duty, id: 'lost' }].map((one, at) => ({ ...one, orgId: ['branch', 'gone'][at] ?? '' }));
  const { formerDuties } = memberDetail(viewer(), member, { ...known, former } as typeof known, NOW);
  expect(formerDuties).toEqual([{ ...duty, org: { id: 'branch', name: '东支部' } }]);
});

it('a role that is held for another names him where he is still there', () => {
  const { roles } = memberDetail(viewer(), member, known, NOW);
  expect(roles.map(({ role, of, from, until }) => [role, of, from, until])).toEqual([
    ['branchSecretary', '沈*', 0, 2000],
    ['moderator', null, null, null],
    ['lecturer', null, NOW + 1, null],
    ['judge', null, null, NOW],
  ]);
});

it.each([
  [null, {}],
  [null, { disabledFor: { reason: '违规', until: null } }],
  [{ reason: null, until: null }, { disabled: true }],
  [
    { reason: '违规', until: null },
    { disabled: true, disabledFor: { reason: '违规', until: null } },
  ],
  [
    { reason: '违规', until: 1001 },
    { disabled: true, disabledFor: { reason: '违规', until: 1001 } },
  ],
  [null, { disabled: true, disabledFor: { reason: '违规', until: NOW } }],
] as const)('somebody is disabled until the end that was set, if one was: %j', (expected, more) => {
  expect(disabledAt({ disabled: false, ...more }, NOW)).toEqual(expected);
});

it('a merge under way is seen by whoever may manage the member, and whether it is stalled', () => {
  const seen = (more: object) => memberDetail(viewer(), member, { ...known, ...more }, NOW).merging;
  expect([seen({}), seen({ merge: {} }), seen({ merge: { stalled: true } })]).toEqual([null, 'going', 'stalled']);
  expect(seen({ merge: {}, mayManage: false })).toBeNull();
});
