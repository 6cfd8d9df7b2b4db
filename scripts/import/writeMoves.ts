import { moveOrg, renameOrg } from '../../cloudfunctions/domains/org/public';
import { closeAll } from '../../cloudfunctions/kernel/others';
import type { Database } from '../../cloudfunctions/schema';
import type { OrgChange } from '../../cloudfunctions/domains/orgimport/rules/moves';

/**
 * Renames and moves organisations; what copies them is left to the timer. Two may change places, so a move that has to
 * wait for another is tried again after it. Gives those that could not be moved: somebody else moved them meanwhile.
 */
export async function writeMoves(db: Database, changes: readonly OrgChange[], now: number): Promise<OrgChange[]> {
  const others = closeAll(db);
  const command = { commandId: `import-${now}`, now };
  // Work of its own: under one key the move would be taken for done when the renaming is.
  const named = { ...command, commandId: `${command.commandId}-name` };
  for (const { org, name } of changes)
    if (name !== undefined) await renameOrg(others, { orgId: org._id, name: name.to }, named);
  let waiting = changes.flatMap((change) => (change.parentId ? [{ change, to: change.parentId.to }] : []));
  for (let before = Infinity; waiting.length > 0 && waiting.length < before;) {
    before = waiting.length;
    const left: typeof waiting = [];
    for (const move of waiting) {
      const moved = await moveOrg(others, { orgId: move.change.org._id, parentId: move.to }, command);
      if (moved !== 'done') left.push(move);
    }
    waiting = left;
  }
  return waiting.map(({ change }) => change);
}
