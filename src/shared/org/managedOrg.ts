import type { OrgKind } from '@contract/roles';

/** An org that the person runs. */
export interface ManagedOrg {
  id: string;
  name: string;
  kind: OrgKind;
}
