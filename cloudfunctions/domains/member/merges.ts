import { orgsWith } from '../../kernel/access';
import type { MemberContext, Viewer } from '../../kernel/context';
import { membersSeen } from '../../kernel/memberPages';
import { viewerAt } from '../../kernel/identity';
import { among, noneOf } from '../../kernel/port';
import { untilWritten } from '../../kernel/retry';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce } from '../../shared/commands/store';
import type { MemberDatabase, MergeDoc } from './collections';
import { agreed, answered, askedOf, ended, endingBy, openStates, reviewed, stoppable } from './rules/merging';
import { mergeView } from './rules/mergeView';

type Context = MemberContext<MemberDatabase>;

/** A person has few, over the years as well. */
const MANY = 20;

/** Merges that may still come about and concern one of these records. One round trip, by an index. */
export const openMerges = (db: MemberDatabase, ids: readonly string[]): Promise<MergeDoc[]> =>
  db.merges.find({ people: among(ids), state: among(openStates) }, { limit: MANY });

/** The merge of this record with another that has begun and is not over. One round trip, by an index. */
export async function mergeUnderWay(db: MemberDatabase, memberId: string): Promise<MergeDoc | undefined> {
  const begun = await db.merges.find({ people: memberId, state: 'merging' }, { limit: MANY });
  return begun.find(({ fromId, toId }) => [fromId, toId].includes(memberId));
}

/** Whether a record is already on its way, or something is on its way to it; codes that nobody typed do not count. */
export const isUnderWay = (open: readonly MergeDoc[], ids: readonly string[], but?: string): boolean =>
  open.some(
    ({ _id, fromId, toId, state }) => _id !== but && state !== 'code' && ids.some((id) => id === fromId || id === toId),
  );

/** The merge that waits for this code to be typed. One round trip, by a unique index. */
export async function mergeOfCode(db: MemberDatabase, code: string, now: number): Promise<MergeDoc | undefined> {
  const [found] = await db.merges.find({ code }, { limit: 1 });
  return found !== undefined && found.state === 'code' && found.dueAt > now ? found : undefined;
}

/** The record that somebody typed the code on, and its agreement, in one update that only the first brings about. */
export const giveRecord = ({ db, now, viewer }: Context, merge: MergeDoc, commandId: string) =>
  changeOnce(
    db.merges,
    { id: merge._id, commandId },
    {
      change: { set: { ...agreed(merge, now), fromId: viewer._id, people: [viewer._id, merge.toId] } },
      expected: { state: 'code', code: merge.code },
    },
  );

/**
 * What somebody who is asked says on one of the two records, once under a command; `null` where he is not asked, or not
 * any more. Two round trips.
 */
export const answerMerge = (
  { db, now, viewer }: Context,
  { id, commandId, agree }: { id: string; commandId: string; agree: boolean },
): Promise<MergeDoc | null> =>
  untilWritten(async () => {
    const merge = await db.merges.get(id);
    if (merge?.people.includes(viewer._id) !== true) return null;
    if (wasSeen(merge, commandId)) return merge;
    const of = askedOf(merge, viewer._id);
    if (of === undefined) return null;
    const { state, fromAgreed, fromId, toId } = merge;
    const change = { set: answered(merge, { of, agree }, now) };
    // Of both answering at once the second sees the first.
    return changeOnce(db.merges, { id, commandId }, { change, expected: { state, fromAgreed, fromId, toId } });
  });

/** Takes a merge back, or objects to it, while nothing was moved. */
export const stopMerge = ({ db, now, viewer }: Context, merge: MergeDoc, commandId: string) =>
  changeOnce(
    db.merges,
    { id: merge._id, commandId },
    {
      change: { set: ended(merge, endingBy(merge, viewer._id), now) },
      expected: { state: among(stoppable), people: viewer._id },
    },
  );

/** Ends merges by code that this record began before: one code at a time. */
export const dropCodes = async ({ db, now, viewer }: Context, but: string): Promise<void> => {
  const open = await db.merges.find({ people: viewer._id, state: 'code', _id: noneOf([but]) }, { limit: MANY });
  for (const merge of open) {
    await db.merges.update({ _id: merge._id, state: 'code' }, { set: ended(merge, 'withdrawn', now) });
  }
};

/**
 * Merges in which the viewer is asked in place of a silent holder, by what is copied of orgs. One round trip, by an
 * index; none for who manages nobody.
 */
export async function mergesToReview(
  { merges }: Pick<MemberDatabase, 'merges'>,
  viewer: Viewer,
  limit: number = MANY,
): Promise<MergeDoc[]> {
  const orgIds = orgsWith(viewer, 'member:manage');
  if (orgIds.length === 0) return [];
  const asked = await merges.find({ orgPath: among(orgIds), state: 'review' }, { limit });
  return asked.filter(({ people }) => !people.includes(viewer._id));
}

/** What the viewer says above a silent holder, once under a command; `undefined` where it was answered meanwhile. */
export const reviewMerge = (
  { db, now, viewer }: Context,
  merge: MergeDoc,
  { commandId, agree }: { commandId: string; agree: boolean },
) =>
  changeOnce(
    db.merges,
    { id: merge._id, commandId },
    {
      change: { set: reviewed(merge, { by: viewer._id, agree }, now) },
      expected: { state: 'review', fromAgreed: false },
    },
  );

/** Merges as the viewer may see them, with the names of both records. One round trip. */
export async function shownMerges({ others, viewer }: Pick<Context, 'others' | 'viewer'>, merges: readonly MergeDoc[]) {
  const ids = merges.flatMap(({ fromId, toId, byId }) => [fromId, toId, byId]).filter((id) => id !== '');
  const records = new Map((await membersSeen(others, [...new Set(ids)])).map((one) => [one._id, one]));
  return merges.map((merge) => mergeView(merge, records, viewer._id));
}

/** The viewer's merges, the newest first. One round trip, by an index. */
export const mergesOf = (db: MemberDatabase, memberId: string): Promise<MergeDoc[]> =>
  db.merges.find({ people: memberId }, { sort: [['at', -1]], limit: MANY });

/** Whether a record can be used at this instant. */
export const isUsable = (member: Parameters<typeof viewerAt>[0] | undefined, now: number): boolean =>
  member !== undefined && !viewerAt(member, now).disabled;
