import type { OrgKind } from '@contract/roles';
import type { ManagedOrg } from './managedOrg';

/** Kinds that have nothing below them. */
export const leaves: readonly OrgKind[] = ['branch', 'department'];

/** The name that an org has now; what a draft remembers may be older. */
export const nameIn = (orgs: readonly ManagedOrg[], { id, name }: { id: string; name: string }): string =>
  orgs.find((org) => org.id === id)?.name ?? name;

/** Who sees what is published for an org: `团市委和下属组织的成员`. */
export function audienceOf(org: { id: string; name: string }, orgs: readonly ManagedOrg[]): string {
  const kind = orgs.find(({ id }) => id === org.id)?.kind;
  const below = kind !== undefined && leaves.includes(kind) ? '' : '和下属组织';
  return `${nameIn(orgs, org)}${below}的成员`;
}
