import { moveOrg, renameOrg } from '../../cloudfunctions/domains/org/public';
import { closeAll } from '../../cloudfunctions/kernel/others';
import type { Database } from '../../cloudfunctions/schema';
import type { OrgChange } from './planMoves';

/**
 * Renames and moves organisations; what copies them is left to the timer. Two may change places, so a move that has to
 * wait for another is tried again after it. Gives those that could not be moved: somebody else moved them meanwhile.
 */
export async function writeMoves(db: Database, changes: readonly OrgChange[], now: number): Promise<OrgChange[]> {
  const others = closeAll(db);
  const command = { commandId: `import-${now}`, now };
  // Work of its own: under one key the move would be taken for done when the renaming is.
  const named = { ...command, commandId: `${command.commandId}-name` };
  for (const { org, name } of changes) if (name !== undefined) await renameOrg(others, { orgId: org._id, name }, named);
  let waiting = changes.filter(({ parentId }) => parentId !== undefined);
  for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length;
    const left: OrgChange[] = [];
    for (const change of waiting) {
      const moved = await moveOrg(others, { orgId: change.org._id, parentId: change.parentId ?? '' }, command);
      if (moved !== 'done') left.push(change);
    }
    waiting = left;
  }
  return waiting;
}
