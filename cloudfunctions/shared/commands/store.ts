import type { Change, Collection, Conditions, Doc, Query } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { remembering, unseen, wasSeen } from './rules/commands';
import type { Command, Remembering, Versioned } from './shape';

/** Which document, by which command. */
type Target = Command & { id: string };

interface Step<T> {
  change: Change<T>;
  /** What else must hold of the document. */
  expected?: Conditions<T>;
  /** Ids to remember instead of the command's own. */
  ids?: readonly string[];
  keepLast?: number;
}

/**
 * Changes a document that has not carried the command out before, which remembers it with the change: one conditional
 * update, one round trip. `undefined`: it is gone, has seen the command or is not as expected; nothing has changed then.
 */
export const changeOnce = <T extends Doc & Remembering>(
  collection: Collection<T>,
  { id, commandId }: Target,
  { change, expected, ids = [commandId], keepLast }: Step<T>,
): Promise<T | undefined> => {
  // What holds of every document that remembers commands holds of this one, which has more.
  const query = { _id: id, ...unseen(commandId), ...expected } as unknown as Query<T>;
  const push = { ...change.push, ...remembering(ids, keepLast) } as Change<T>['push'];
  return collection.updateOne(query, { ...change, push });
};

/** The same for the version that the writer saw, which goes up by one; without one, whatever the version is. */
export function revise<T extends Doc & Versioned>(
  collection: Collection<T>,
  { version, ...target }: Target & { version?: number | undefined },
  { change, expected, ...rest }: Step<T>,
): Promise<T | undefined> {
  // A document that never changed may have none, which is seen as 0.
  const asSeen = version === undefined ? {} : { version: version === 0 ? null : version };
  return changeOnce(collection, target, {
    ...rest,
    change: { ...change, inc: { ...change.inc, version: 1 } },
    expected: { ...expected, ...asSeen },
  });
}

/**
 * The document after a command: as the command left it, or, where the change did not come about because somebody was
 * faster, as it stands if that was the same command, sent twice. Refuses with CONFLICT where it was another, with
 * NOT_FOUND where nothing stands. `standing` reads it anew.
 */
export async function documentAfter<T extends Remembering>(
  changed: T | undefined,
  { commandId }: Command,
  standing: () => Promise<T | undefined>,
  message?: string,
): Promise<T> {
  if (changed !== undefined) return changed;
  const found = await standing();
  if (found === undefined) refuse('NOT_FOUND');
  return wasSeen(found, commandId) ? found : refuse('CONFLICT', { message });
}
