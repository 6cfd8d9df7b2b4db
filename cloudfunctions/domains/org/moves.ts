import { ORG_UNDO_MS } from '../../../contract/domains/org/constants';
import { presentOrg, type Standing } from '../../kernel/orgTree';
import type { Others } from '../../kernel/others';
import { not } from '../../kernel/port';
import { wasSeen } from '../../shared/commands/rules/commands';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { changeIdOf, changeOrg, type Edit, mendCopies, standsAfter, tellChange, type TimedCommand } from './change';
import type { OrgDatabase, OrgDoc } from './collections';
import { firstTooDeep, judgeMerge, judgeMove, type MoveProblem, type Placed } from './rules/moving';

/** A change that was made: how the org is after it. `conflict`: somebody else changed it at the same moment. */
export type Made<P extends string> = { org: OrgDoc } | P | 'conflict';

/** An org and how it stands; `read` are orgs that were read already. */
export async function placed(
  db: OrgDatabase,
  id: string,
  read: readonly OrgDoc[] = [],
): Promise<(Placed & { org: OrgDoc }) | undefined> {
  const org = read.find(({ _id }) => _id === id) ?? (await db.orgs.get(id));
  const standing = org && (await presentOrg(db.orgs, id, org.path, read));
  return org && standing && { org, path: standing.rightsPath, archived: standing.archived };
}

/** Gives an org another name. */
export async function rename(
  db: OrgDatabase,
  others: Others,
  { orgId, name }: { orgId: string; name: string },
  command: TimedCommand,
  read: readonly OrgDoc[] = [],
): Promise<Made<'no org'>> {
  const seen = read.find(({ _id }) => _id === orgId) ?? (await db.orgs.get(orgId));
  if (seen === undefined || seen.mergedInto !== undefined) return 'no org';
  const set = { name, ...searchKeysOf(name, 'thing') };
  const org = await changeOrg(db, seen, command, { kind: 'rename', set, before: { name: seen.name } });
  const standing = org && (await standsAfter(db, org));
  if (org === undefined || standing === undefined) return 'conflict';
  await tellChange(db, others, { org, standing }, { kind: 'rename' }, command);
  return { org };
}

/**
 * Makes a change after which an org stands elsewhere. Two at once could each be right and together make a circle; so the
 * tree is looked at again afterwards, and who finds one takes his own change back: `back` says how.
 */
export async function relocate(
  db: OrgDatabase,
  seen: OrgDoc,
  command: TimedCommand,
  { back, ...edit }: Edit & { back: Pick<Edit, 'set' | 'unset'> },
): Promise<{ org: OrgDoc; standing: Standing } | undefined> {
  const org = await changeOrg(db, seen, command, edit);
  if (org === undefined) return undefined;
  const standing = await standsAfter(db, org);
  if (standing !== undefined) return { org, standing };
  const { set, unset = [] } = back;
  const before = seen.change === undefined ? {} : { change: { ...seen.change } };
  await db.orgs.update(
    { _id: org._id, 'change.id': changeIdOf(org._id, command) },
    {
      set: { ...set, ...before },
      unset: seen.change === undefined ? [...unset, 'change'] : unset,
      pull: { commands: changeIdOf(org._id, command) },
    },
  );
  return undefined;
}

/** Whether anything below an org would lie below the last level, were that moved below one so far down. One round trip. */
async function reachesTooDeep(db: OrgDatabase, { _id, path }: OrgDoc, target: number): Promise<boolean> {
  const at = `path.${firstTooDeep(path.length, target)}` as const;
  return (await db.orgs.find({ path: _id, [at]: not(null) }, { limit: 1, fields: ['name'] })).length > 0;
}

/** Moves an org, with all below it, below another. */
export async function move(
  db: OrgDatabase,
  others: Others,
  { orgId, parentId }: { orgId: string; parentId: string },
  command: TimedCommand,
  read: readonly OrgDoc[] = [],
): Promise<Made<MoveProblem>> {
  const [moved, parent] = await Promise.all([placed(db, orgId, read), placed(db, parentId, read)]);
  const again = moved !== undefined && wasSeen(moved.org, changeIdOf(orgId, command));
  const verdict = again ? 'go' : judgeMove(moved, parent);
  if (verdict !== 'go') return verdict;
  if (moved === undefined) return 'no org';
  if (!again && parent !== undefined && (await reachesTooDeep(db, moved.org, parent.path.length))) return 'too deep';
  const before = moved.org.parentId ?? '';
  const made = await relocate(db, moved.org, command, {
    kind: 'move',
    set: { parentId },
    before: { otherId: before },
    expected: { parentId: before },
    back: { set: { parentId: before } },
  });
  if (made === undefined) return 'conflict';
  await tellChange(db, others, made, { kind: 'move', toId: parentId }, command);
  return { org: made.org };
}

/**
 * Merges an org into another. For a day it lies below that one, with all it has, and can be taken back; then members,
 * grants, things and what is below it go over, and it stays as a closed record that says where.
 */
export async function merge(
  db: OrgDatabase,
  others: Others,
  { orgId, intoId }: { orgId: string; intoId: string },
  command: TimedCommand,
  read: readonly OrgDoc[] = [],
): Promise<Made<MoveProblem>> {
  const [merged, into] = await Promise.all([placed(db, orgId, read), placed(db, intoId, read)]);
  const id = changeIdOf(orgId, command);
  const again = merged !== undefined && wasSeen(merged.org, id);
  const verdict = again ? 'go' : judgeMerge(merged, into);
  if (verdict !== 'go') return verdict;
  if (merged === undefined) return 'no org';
  const handOverAt = command.now + ORG_UNDO_MS;
  const made = await relocate(db, merged.org, command, {
    kind: 'merge',
    set: { mergedInto: intoId, handOverAt },
    back: { unset: ['mergedInto', 'handOverAt'] },
  });
  if (made === undefined) return 'conflict';
  await tellChange(db, others, made, { kind: 'merge', toId: intoId }, command);
  await mendCopies(others, orgId, `${id}-over`, handOverAt);
  return { org: made.org };
}
