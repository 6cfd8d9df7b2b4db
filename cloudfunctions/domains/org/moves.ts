import { presentOrg } from '../../kernel/orgTree';
import { queueWork } from '../../shared/work/public';
import type { Others } from '../../kernel/others';
import type { OrgDatabase, OrgDoc } from './collections';
import { closedCode } from './rules/naming';
import { copiesKey, judgeMove, ORG_COPIES, type MoveProblem, type Placed } from './rules/moving';

/** Which command it is, so that one that comes twice makes one piece of work, and when. */
export interface TimedCommand {
  commandId: string;
  now: number;
}

/** Somebody else moved one of the two at the same moment: to be looked at and tried again. */
export type Moved = 'done' | MoveProblem | 'conflict';

async function placed(db: OrgDatabase, id: string): Promise<Placed | undefined> {
  const org = await db.orgs.get(id);
  const present = org && (await presentOrg(db.orgs, id, org.path));
  return org && present && { org, path: present.org.path };
}

const mendCopies = (others: Others, orgId: string, { commandId, now }: TimedCommand) =>
  queueWork(others, { kind: ORG_COPIES }, copiesKey(orgId, commandId), now);

/** Gives an org another name. */
export async function rename(
  db: OrgDatabase,
  others: Others,
  { orgId, name }: { orgId: string; name: string },
  command: TimedCommand,
): Promise<'done' | 'no org'> {
  const renamed = await db.orgs.update({ _id: orgId, mergedInto: null }, { set: { name } });
  if (renamed === 0) return 'no org';
  await mendCopies(others, orgId, command);
  return 'done';
}

/**
 * Moves an org, with all below it, below another. Two moves at once could each be right and together make a circle; so
 * the tree is looked at again afterwards, and who finds one takes his own move back.
 */
export async function move(
  db: OrgDatabase,
  others: Others,
  { orgId, parentId }: { orgId: string; parentId: string },
  command: TimedCommand,
): Promise<Moved> {
  const [org, parent] = await Promise.all([placed(db, orgId), placed(db, parentId)]);
  const verdict = judgeMove(org, parent);
  if (verdict !== 'go') return verdict;
  const before = org?.org.parentId ?? null;
  const moved = await db.orgs.update({ _id: orgId, parentId: before, mergedInto: null }, { set: { parentId } });
  if (moved === 0) return 'conflict';
  if (await endsInCircle(db, orgId)) {
    await db.orgs.update({ _id: orgId, parentId }, { set: { parentId: before } });
    return 'conflict';
  }
  await mendCopies(others, orgId, command);
  return 'done';
}

/** Whether the way up from an org does not come to the root. */
async function endsInCircle(db: OrgDatabase, orgId: string): Promise<boolean> {
  return (await presentOrg(db.orgs, orgId))?.reachesRoot !== true;
}

/**
 * Merges an org into another: members, grants, things and what is below it go over. It stays as a closed record that
 * says where it went; nobody joins it any more.
 */
export async function merge(
  db: OrgDatabase,
  others: Others,
  { orgId, intoId }: { orgId: string; intoId: string },
  command: TimedCommand,
): Promise<Moved> {
  const [org, into] = await Promise.all([placed(db, orgId), placed(db, intoId)]);
  // Twice is once, also where the first time was killed before the work was queued.
  const again = org?.org.mergedInto === intoId;
  const verdict = again ? 'go' : judgeMove(org, into);
  if (verdict !== 'go') return verdict;
  if (!again) {
    const closed: Pick<OrgDoc, 'path' | 'joinCode'> = { path: [], joinCode: closedCode(orgId) };
    const merged = await db.orgs.update({ _id: orgId, mergedInto: null }, { set: { ...closed, mergedInto: intoId } });
    if (merged === 0) return 'conflict';
    if (await endsInCircle(db, orgId)) {
      await db.orgs.update({ _id: orgId, mergedInto: intoId }, { unset: ['mergedInto'] });
      return 'conflict';
    }
  }
  await mendCopies(others, orgId, command);
  return 'done';
}
