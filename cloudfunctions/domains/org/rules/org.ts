import type { OrgKind } from '../../../../contract/roles';
import type { OrgDoc } from '../collections';
import { searchKeysOf } from '../../../shared/search/rules/keys';
import { closedCode } from './naming';

/** What people mean by 支部; a 团总支 is what is above several. */
export const BRANCH: OrgKind = 'branch';

/** What is told of an org that is founded. */
interface Founded {
  id: string;
  name: string;
  kind: OrgKind;
  /** Ids from the root to the org above it; empty for the root. */
  above: readonly string[];
  /** Null where nobody joins. */
  joinCode?: string | null;
}

/** An org as it is stored at first. Used by imports and by tests. */
export const newOrg = ({ id, name, kind, above, joinCode }: Founded): OrgDoc => ({
  _id: id,
  name,
  ...searchKeysOf(name, 'thing'),
  kind,
  parentId: above.at(-1) ?? null,
  path: [...above, id],
  joinCode: joinCode ?? closedCode(id),
});
