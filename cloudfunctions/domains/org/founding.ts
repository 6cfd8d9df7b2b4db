import { deriveCode } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import type { OrgKind } from '../../../contract/roles';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeIdOf, standsAfter, tellChange, type TimedCommand } from './change';
import type { OrgDatabase, OrgDoc } from './collections';
import type { Made } from './moves';
import { newOrg } from './rules/org';

/** Characters of a number that is made for an org. */
const CODE_LENGTH = 10;

interface Founding {
  name: string;
  kind: OrgKind;
  /** Ids from the root to the org above it. */
  above: readonly string[];
  /** The number that somebody chose; one is made where nobody did. */
  code?: string | undefined;
  /** What it takes from another org, of which it is split. */
  takes?: OrgDoc['takes'];
}

/** Founds an org, once under the command; `taken` where another has the number. */
export async function found(
  db: OrgDatabase,
  others: Others,
  { name, kind, above, code, takes }: Founding,
  command: TimedCommand,
): Promise<Made<'taken'>> {
  const id = code ?? deriveCode(CODE_LENGTH, command.by ?? '', command.commandId);
  const changeId = changeIdOf(id, command);
  const made = takes === undefined ? 'create' : 'split';
  const org: OrgDoc = {
    ...newOrg({ id, name, kind, above }),
    commands: [changeId],
    change: { id: changeId, kind: made, at: command.now, ...(takes && { otherId: takes.from }) },
    ...(takes && { takes }),
  };
  const standing = (await db.orgs.add(org)) ? org : await db.orgs.get(id);
  if (standing === undefined || !wasSeen(standing, changeId)) return 'taken';
  const after = await standsAfter(db, standing);
  if (after === undefined) return 'conflict';
  await tellChange(db, others, { org: standing, standing: after }, { kind: made }, command);
  return { org: standing };
}
