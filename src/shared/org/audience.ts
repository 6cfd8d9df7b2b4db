import type { OrgKind } from '@contract/roles';
import type { ManagedOrg } from './managedOrg';

/** Kinds that have nothing below them. */
export const leaves: readonly OrgKind[] = ['branch', 'department'];

/** Whether there is another org to choose than the one that stands there: of several, or of what is below one. */
export const hasChoice = (orgs: readonly ManagedOrg[], finds: boolean): boolean =>
  orgs.length > 1 || (finds && orgs.some(({ kind }) => !leaves.includes(kind)));

/** The name that an org has now; what a draft remembers may be older. */
export const nameIn = (orgs: readonly ManagedOrg[], { id, name }: { id: string; name: string }): string =>
  orgs.find((org) => org.id === id)?.name ?? name;

/** Who sees what is published for an org: `团市委和下属组织的成员`. */
export function audienceOf(org: { id: string; name: string }, orgs: readonly ManagedOrg[]): string {
  const kind = orgs.find(({ id }) => id === org.id)?.kind;
  const below = kind !== undefined && leaves.includes(kind) ? '' : '和下属组织';
  return `${nameIn(orgs, org)}${below}的成员`;
}
