import { hasPermission, permissions, type Permission } from '../../../contract/permissions';
import { entitles, grantableBy, isCityOwn, isHeldOn, type Place, roleTable } from '../../../contract/roleTable';
import { orgKinds, roles, type Role } from '../../../contract/roles';

const places: Place[] = [{ kind: 'committee', isRoot: true }, ...orgKinds.map((kind) => ({ kind, isRoot: false }))];
const every = (holds: (by: Role, role: Role, place: Place) => void) =>
  places.forEach((place) => roles.forEach((by) => roles.forEach((role) => holds(by, role, place))));
const permissionsOf = (role: Role) =>
  (Object.keys(permissions) as Permission[]).filter((permission) => hasPermission(role, permission));

it('nobody gives more than he has, unless the table says so expressly', () => {
  every((by, role, place) => {
    if (!entitles(by, role, place)) return;
    const more = permissionsOf(role).filter((permission) => !hasPermission(by, permission));
    if (!roleTable[role].expressly.includes(by)) expect([by, role, more]).toEqual([by, role, []]);
  });
});

it('whoever gives has the right to give, and only roles that are held there', () => {
  every((by, role, place) => {
    if (entitles(by, role, place))
      expect([hasPermission(by, 'role:grant'), isHeldOn(role, place)]).toEqual([true, true]);
  });
});

it('the city’s own roles are given on the top by an administrator of the city alone', () => {
  const root = places[0] as Place;
  const own = roles.filter((role) => isCityOwn(role, root));
  expect(own).toEqual([
    ...['cityAdmin', 'office', 'partyCommittee', 'organisation', 'publicity', 'moderator', 'auditor'],
  ]);
  for (const role of own) expect(roles.filter((by) => entitles(by, role, root))).toEqual(['cityAdmin']);
});

it('an administrator of the city is made on the top and nowhere else, by another one', () => {
  every((by, role, place) => {
    if (role === 'cityAdmin') expect(entitles(by, role, place)).toBe(by === 'cityAdmin' && place.isRoot);
  });
});

it('an express right is one of those that give, and what outlives its giver gives nothing itself', () => {
  for (const role of roles) {
    const { by, expressly, outlives } = roleTable[role];
    expect(expressly.filter((one) => !by.includes(one))).toEqual([]);
    if (outlives) expect([role, hasPermission(role, 'role:grant')]).toEqual([role, false]);
  }
});

it('every role but belonging itself can be given somewhere, and people from outside judge and lecture only', () => {
  for (const role of roles.filter((one) => one !== 'member')) {
    expect([role, places.some((place) => grantableBy(roles, place).includes(role))]).toEqual([role, true]);
  }
  expect(places.some((place) => grantableBy(roles, place).includes('member'))).toBe(false);
  expect(roles.filter((role) => roleTable[role].outside)).toEqual(['lecturer', 'judge']);
});

it('a university’s secretary gives its branches secretaries, and an administrator of the city everything there is', () => {
  expect(grantableBy(['orgAdmin'], { kind: 'branch', isRoot: false })).toEqual(['branchSecretary']);
  expect(grantableBy(['orgAdmin'], { kind: 'university', isRoot: false })).toEqual([
    ...[
      'orgAdmin',
      'office',
      'partyCommittee',
      'organisation',
      'publicity',
      'moderator',
      'stationHead',
      'lecturer',
      'judge',
    ],
  ]);
  expect(grantableBy(['branchSecretary'], { kind: 'branch', isRoot: false })).toEqual([]);
  expect(grantableBy(['cityAdmin'], places[0] as Place)).toEqual(
    roles.filter((role) => isHeldOn(role, places[0] as Place)),
  );
});

it('whoever lost a permission gives no role that has it any more, unless expressly', () => {
  const branch = { kind: 'branch', isRoot: false } as const;
  expect(entitles('orgAdmin', 'branchSecretary', branch)).toBe(true);
  const row: { roles: readonly Role[] } = permissions['event:manage'];
  jest.replaceProperty(row, 'roles', ['branchSecretary']);
  expect(entitles('orgAdmin', 'branchSecretary', branch)).toBe(false);
  expect(entitles('organisation', 'branchSecretary', branch)).toBe(true);
  jest.restoreAllMocks();
});
