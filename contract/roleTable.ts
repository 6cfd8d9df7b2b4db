import { hasPermission, permissions, type Permission } from './permissions';
import { roles, type OrgKind, type Role } from './roles';

/*
 * The role table: where each role may be held, and who may give it there. What a role lets people do is the permission
 * table's affair; here is nothing but how people come by it. Plain values and functions of them, for server and client.
 */

export interface RoleSpec {
  /** Kinds of org on which it may be held, apart from the committee at the top. */
  readonly kinds: readonly OrgKind[];
  /** Whether it may be held on the committee at the top. */
  readonly root: boolean;
  /** Roles that give it, held on the org or above it, as far as they have every permission that it has. */
  readonly by: readonly Role[];
  /** Of these, who gives it though he lacks some of its permissions: he appoints, he does not act. */
  readonly expressly: readonly Role[];
  /** One of the city's own where it is held on the top: given there by a `cityAdmin` alone, with a second person if so configured. */
  readonly cityOwn: boolean;
  /** Whether people from outside may be invited to it. */
  readonly outside: boolean;
  /** Whether the holder himself may hand it on to a successor, within his own term. */
  readonly handedOn: boolean;
  /** Whether the holder may have somebody stand in for him (代理). */
  readonly delegated: boolean;
  /** Whether it goes on when the term of whoever gave it is over. Not for roles that give roles themselves. */
  readonly outlives: boolean;
  /** The usual term in years, which a form proposes; null: without an end. */
  readonly years: number | null;
}

/** The kinds of org that have committees, offices and duties of their own. */
const offices = ['committee', 'district', 'university', 'enterprise', 'office'] as const satisfies readonly OrgKind[];

const functional = {
  kinds: offices,
  root: true,
  by: ['cityAdmin', 'orgAdmin'],
  expressly: ['orgAdmin'],
  cityOwn: true,
  outside: false,
  handedOn: true,
  delegated: true,
  outlives: false,
  years: null,
} as const satisfies RoleSpec;

const forGuests = {
  ...functional,
  by: ['cityAdmin', 'orgAdmin', 'publicity'],
  cityOwn: false,
  outside: true,
  outlives: true,
} as const;

export const roleTable: Readonly<Record<Role, RoleSpec>> = {
  /** Belonging to an org is not given; people join. */
  member: {
    ...functional,
    kinds: [],
    root: false,
    by: [],
    expressly: [],
    cityOwn: false,
    handedOn: false,
    delegated: false,
  },
  branchSecretary: {
    kinds: ['branch', 'generalBranch', 'department'],
    root: false,
    by: ['cityAdmin', 'orgAdmin', 'organisation'],
    expressly: ['organisation'],
    cityOwn: false,
    outside: false,
    handedOn: true,
    delegated: true,
    outlives: true,
    years: 3,
  },
  orgAdmin: {
    kinds: [...offices, 'generalBranch', 'department'],
    root: true,
    by: ['cityAdmin', 'orgAdmin', 'organisation'],
    expressly: ['organisation'],
    cityOwn: false,
    outside: false,
    handedOn: true,
    delegated: true,
    outlives: false,
    years: 5,
  },
  cityAdmin: { ...functional, kinds: [], by: ['cityAdmin'], expressly: [] },
  office: functional,
  partyCommittee: functional,
  organisation: functional,
  publicity: functional,
  moderator: functional,
  /** Looks at what the others do, so none of them appoints him; nor do administrators see what he sees. */
  auditor: { ...functional, by: ['cityAdmin'], expressly: ['cityAdmin'], handedOn: false, delegated: false },
  stationHead: { ...functional, cityOwn: false, handedOn: false, outlives: true },
  lecturer: { ...forGuests, years: 1 },
  judge: { ...forGuests, years: 1, handedOn: false },
};

/** Where a role is to be held: the kind of the org and whether it is the top. */
export interface Place {
  readonly kind: OrgKind;
  readonly isRoot: boolean;
}

/** Whether a role may be held there at all. */
export const isHeldOn = (role: Role, { kind, isRoot }: Place): boolean =>
  isRoot ? roleTable[role].root : roleTable[role].kinds.includes(kind);

/** Whether it is one of the city's own there. */
export const isCityOwn = (role: Role, { isRoot }: Pick<Place, 'isRoot'>): boolean => isRoot && roleTable[role].cityOwn;

const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => hasPermission(role, permission));

/** Whether holding this role entitles to give that one there: by the table, and nobody gives more than he has. */
export function entitles(by: Role, role: Role, place: Place): boolean {
  const { by: givers, expressly } = roleTable[role];
  if (!isHeldOn(role, place) || !givers.includes(by) || !hasPermission(by, 'role:grant')) return false;
  if (isCityOwn(role, place)) return by === 'cityAdmin';
  return expressly.includes(by) || permissionsOf(role).every((permission) => hasPermission(by, permission));
}

/** The roles that somebody who has these roles over the org may give there. */
export const grantableBy = (held: readonly Role[], place: Place): Role[] =>
  roles.filter((role) => held.some((by) => entitles(by, role, place)));
