import type { OrgChangeKind } from '../../../contract/domains/org/constants';
import { deriveId } from '../../kernel/ids';
import { presentOrg, type Standing } from '../../kernel/orgTree';
import type { Others } from '../../kernel/others';
import type { Change, Conditions } from '../../kernel/port';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce } from '../../shared/commands/store';
import { queueWork } from '../../shared/work/public';
import type { LastChange, OrgChangeDoc, OrgDatabase, OrgDoc } from './collections';
import { copiesKey, ORG_COPIES } from './rules/moving';

/** Which command it is, so that one that comes twice is one change; when, and by which member where it was one. */
export interface TimedCommand {
  commandId: string;
  now: number;
  by?: string;
}

/** The id of what a command does to an org, the same each time it comes. */
export const changeIdOf = (orgId: string, { commandId, by = '' }: TimedCommand): string =>
  deriveId('oc', by, commandId, orgId);

export interface Edit extends Pick<Change<OrgDoc>, 'set' | 'unset'> {
  kind: LastChange['kind'];
  /** What it replaces, for an undo. */
  before?: Pick<LastChange, 'name' | 'otherId' | 'archivedAt'>;
  /** What else must hold of the org. */
  expected?: Conditions<OrgDoc>;
}

/**
 * Changes an org as it was seen, once under the command, in one conditional update; `undefined` where somebody else
 * changed it meanwhile.
 */
export async function changeOrg(
  db: OrgDatabase,
  seen: OrgDoc,
  command: TimedCommand,
  { kind, set, unset, before, expected }: Edit,
): Promise<OrgDoc | undefined> {
  const id = changeIdOf(seen._id, command);
  if (wasSeen(seen, id)) return seen;
  const change: LastChange = { id, kind, at: command.now, ...before };
  const changed = await changeOnce(
    db.orgs,
    { id: seen._id, commandId: id },
    {
      change: { set: { ...set, change: { ...change } }, ...(unset && { unset }) },
      expected: { ...expected, 'change.id': seen.change?.id ?? null, mergedInto: seen.mergedInto ?? null },
    },
  );
  if (changed !== undefined) return changed;
  const standing = await db.orgs.get(seen._id);
  return standing !== undefined && wasSeen(standing, id) ? standing : undefined;
}

/** Where an org stands after a change; `undefined` where the way up from it does not come to the root. */
export async function standsAfter(db: OrgDatabase, { _id, path }: OrgDoc): Promise<Standing | undefined> {
  const standing = await presentOrg(db.orgs, _id, path);
  return standing?.reachesRoot === true ? standing : undefined;
}

/** Has everything mended that copies an org; what one change causes is found by its id. */
export const mendCopies = (others: Others, orgId: string, stamp: string, at: number): Promise<boolean> =>
  queueWork(others, { kind: ORG_COPIES }, copiesKey(orgId, stamp), at);

/** Writes down a change that was made, and has mended what copies the org. Done again it is done once. */
export async function tellChange(
  db: OrgDatabase,
  others: Others,
  { org, standing }: { org: OrgDoc; standing: Standing },
  told: Pick<OrgChangeDoc, 'toId'> & { kind: OrgChangeKind },
  command: TimedCommand,
): Promise<void> {
  const { now, by } = command;
  const _id = changeIdOf(org._id, command);
  // Of a command that comes again after somebody else's what was before is known no more.
  const { name, otherId } = org.change?.id === _id ? org.change : {};
  await db.orgchanges.add({
    _id,
    ...told,
    orgId: org._id,
    orgPath: standing.copied.path,
    orgName: org.name,
    ...(name !== undefined && { nameBefore: name }),
    ...(otherId !== undefined && { fromId: otherId }),
    ...(by !== undefined && { memberId: by }),
    at: now,
  });
  await mendCopies(others, org._id, _id, now);
}
