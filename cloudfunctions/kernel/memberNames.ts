import { kernelCollections, type MemberDoc } from './collections';
import type { Others } from './others';
import { openOwn } from './own';
import { untilWritten } from './retry';

/* What a member is called, which he changes himself; his document belongs to the kernel. */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** A name with what it is sorted and found by (`searchKeysOf`). */
export type Name = Pick<MemberDoc, 'name' | 'nameSort' | 'nameKeys'>;

type Seen = Pick<MemberDoc, '_id' | 'name' | 'renamed' | 'formerNames'>;

export type Renamed =
  /** `after` is what he is called now. */
  | { how: 'done'; after: string }
  /** Not before this time again. */
  | { how: 'lately'; again: number }
  /** An undo of what is not the last change any more, or too long ago. */
  | { how: 'overtaken' };

interface Command {
  commandId: string;
  now: number;
}

async function seenOf(others: Others, memberId: string): Promise<Seen> {
  const fields = ['name', 'renamed', 'formerNames'] as const;
  const [seen] = await members(others).find({ _id: memberId }, { limit: 1, fields });
  if (seen === undefined) throw new Error('the viewer is no member');
  return seen;
}

const asSeen = ({ _id, name, renamed }: Seen) => ({ _id, name, 'renamed.by': renamed?.by ?? null });

/**
 * Gives a member another name, at most once in `everyMs`, and keeps the one before with the time until when it was his.
 * Once under a command; one conditional update. Two round trips.
 */
export const renameMember = (
  others: Others,
  memberId: string,
  to: Name,
  { commandId, now, everyMs }: Command & { everyMs: number },
): Promise<Renamed> =>
  untilWritten(async () => {
    const seen = await seenOf(others, memberId);
    if (seen.renamed?.by === commandId || seen.name === to.name) return { how: 'done', after: seen.name };
    const last = seen.renamed?.at ?? null;
    if (last !== null && now < last + everyMs) return { how: 'lately', again: last + everyMs };
    const written = await members(others).update(asSeen(seen), {
      set: { ...to, renamed: { at: now, by: commandId, last } },
      push: { formerNames: { items: [{ name: seen.name, until: now }] } },
    });
    return written > 0 ? { how: 'done', after: to.name } : undefined;
  });

/** Whether a member may change his name now, and if not, from when on. One round trip. */
export async function mayRename(
  others: Others,
  memberId: string,
  { now, everyMs }: { now: number; everyMs: number },
): Promise<{ again: number } | undefined> {
  const { renamed } = await seenOf(others, memberId);
  return renamed !== undefined && now < renamed.at + everyMs ? { again: renamed.at + everyMs } : undefined;
}

/**
 * Gives somebody the name that he joined with, in place of the one that stood for it; false where he is called otherwise
 * by now. One round trip, two where it was done before.
 */
export async function nameNewcomer(
  others: Others,
  memberId: string,
  { from, to }: { from: string; to: Name },
): Promise<boolean> {
  if ((await members(others).update({ _id: memberId, name: from }, { set: to })) > 0) return true;
  const [seen] = await members(others).find({ _id: memberId }, { limit: 1, fields: ['name'] });
  return seen?.name === to.name;
}

/**
 * Takes the last change of a name back, while it is fresh, as if it had not been: the name may be changed again at once.
 * `nameOf` gives what a name is found by.
 */
export const undoRename = (
  others: Others,
  memberId: string,
  { of, freshMs, nameOf, commandId, now }: Command & { of: string; freshMs: number; nameOf: (name: string) => Name },
): Promise<Renamed> =>
  untilWritten(async () => {
    const seen = await seenOf(others, memberId);
    if (seen.renamed?.by === commandId) return { how: 'done', after: seen.name };
    const former = seen.formerNames?.at(-1);
    if (seen.renamed?.by !== of || former === undefined || now >= seen.renamed.at + freshMs)
      return { how: 'overtaken' };
    const { last } = seen.renamed;
    const written = await members(others).update(asSeen(seen), {
      set: {
        ...nameOf(former.name),
        renamed: { at: last ?? 0, by: commandId, last: null },
        formerNames: (seen.formerNames ?? []).slice(0, -1).map((one) => ({ ...one })),
      },
    });
    return written > 0 ? { how: 'done', after: former.name } : undefined;
  });
