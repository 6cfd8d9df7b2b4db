import type { Others } from '../../kernel/others';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeIdOf, changeOrg, standsAfter, tellChange, type TimedCommand } from './change';
import type { OrgDatabase, OrgDoc } from './collections';
import type { Made } from './moves';

/** What of an org changes when it is archived. */
export const putAway = (at: number) => ({ set: { archivedAt: at, away: true } });
/** And when it is restored; where one above it is archived still, the job that mends copies says so again. */
export const takenOut = { unset: ['archivedAt', 'away'] } as const;

/** Puts an org away with all below it, or takes it out again; `conflict` also where it is so already. */
export async function archive(
  db: OrgDatabase,
  others: Others,
  { org: seen, away }: { org: OrgDoc; away: boolean },
  command: TimedCommand,
): Promise<Made<'no org' | 'is root'>> {
  if (seen.mergedInto !== undefined) return 'no org';
  if (seen.parentId === null) return 'is root';
  const again = wasSeen(seen, changeIdOf(seen._id, command));
  if (!again && (seen.archivedAt !== undefined) === away) return 'conflict';
  const org = await changeOrg(db, seen, command, {
    kind: away ? 'archive' : 'restore',
    ...(away ? putAway(command.now) : takenOut),
    ...(seen.archivedAt !== undefined && { before: { archivedAt: seen.archivedAt } }),
  });
  const standing = org && (await standsAfter(db, org));
  if (org === undefined || standing === undefined) return 'conflict';
  await tellChange(db, others, { org, standing }, { kind: away ? 'archive' : 'restore' }, command);
  return { org };
}
