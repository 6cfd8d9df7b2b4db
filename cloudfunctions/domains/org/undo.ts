import { ORG_UNDO_MS } from '../../../contract/domains/org/constants';
import type { Others } from '../../kernel/others';
import { above } from '../../kernel/port';
import { wasSeen } from '../../shared/commands/rules/commands';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { putAway, takenOut } from './archive';
import { changeIdOf, changeOrg, type Edit, mendCopies, type TimedCommand } from './change';
import type { OrgDatabase, OrgDoc } from './collections';
import { type Made, placed, relocate } from './moves';
import { judgeMerge, judgeMove, type MoveProblem } from './rules/moving';

/** What takes a change back; where the org stands elsewhere then, also how that is taken back if it makes a circle. */
type Taking = Edit & { back?: Pick<Edit, 'set' | 'unset'> };

/** What takes back the last change of an org; or why it cannot be. */
async function takingBack(db: OrgDatabase, org: OrgDoc, now: number): Promise<Taking | MoveProblem | 'conflict'> {
  const { change } = org;
  const undo = { kind: 'undo' as const };
  switch (change?.kind) {
    case 'rename': {
      const name = change.name ?? org.name;
      return { ...undo, set: { name, ...searchKeysOf(name, 'thing') } };
    }
    case 'move': {
      const parentId = change.otherId ?? '';
      const [moved, parent] = await Promise.all([placed(db, org._id), placed(db, parentId)]);
      const verdict = judgeMove(moved, parent);
      if (verdict !== 'go') return verdict;
      return {
        ...undo,
        set: { parentId },
        expected: { parentId: org.parentId },
        back: { set: { parentId: org.parentId } },
      };
    }
    case 'merge': {
      const { mergedInto = '', handOverAt = 0 } = org;
      return {
        ...undo,
        unset: ['mergedInto', 'handOverAt'],
        expected: { handOverAt: above(now) },
        back: { set: { mergedInto, handOverAt } },
      };
    }
    case 'split': {
      const [moved, into] = await Promise.all([placed(db, org._id), placed(db, change.otherId ?? '')]);
      const verdict = judgeMerge(moved, into);
      if (verdict !== 'go') return verdict;
      // Nobody waits for a day once more: what it has goes back now.
      const set = { mergedInto: change.otherId ?? '', handOverAt: now };
      return { ...undo, set, back: { unset: ['mergedInto', 'handOverAt'] } };
    }
    case 'create':
    case 'archive':
    case 'restore': {
      // What hangs on a new org meanwhile is not lost: it is put away with it.
      const away = change.kind === 'create' ? now : change.kind === 'restore' ? change.archivedAt : undefined;
      return { ...undo, ...(away === undefined ? takenOut : putAway(away)) };
    }
    default:
      return 'conflict';
  }
}

async function take(db: OrgDatabase, seen: OrgDoc, command: TimedCommand, { back, ...edit }: Taking) {
  if (back === undefined) return changeOrg(db, seen, command, edit);
  return (await relocate(db, seen, command, { ...edit, back }))?.org;
}

/** Takes a change back, within a day and where nobody has changed the org since. */
export async function undo(
  db: OrgDatabase,
  others: Others,
  { org: seen, changeId }: { org: OrgDoc; changeId: string },
  command: TimedCommand,
): Promise<Made<MoveProblem | 'late'>> {
  const id = changeIdOf(seen._id, command);
  const again = wasSeen(seen, id);
  if (!again && seen.change?.id !== changeId) return 'conflict';
  if (!again && (seen.change?.at ?? 0) + ORG_UNDO_MS <= command.now) return 'late';
  const taking = again ? ({ kind: 'undo' } satisfies Taking) : await takingBack(db, seen, command.now);
  if (typeof taking === 'string') return taking;
  const org = await take(db, seen, command, taking);
  if (org === undefined) return 'conflict';
  await db.orgchanges.update({ _id: changeId, undone: null }, { set: { undone: { at: command.now, id } } });
  await mendCopies(others, seen._id, id, command.now);
  return { org };
}
