import { TURNS_MAX, type DeskState, type FeedbackKind } from '../../../contract/domains/feedback/constants';
import { dayOf } from '../../../contract/day';
import type { Others } from '../../kernel/others';
import { pageOf } from '../../kernel/paging';
import { below, not, type Conditions, type Query } from '../../kernel/port';
import { addCard, cardId, removeCard } from '../../shared/cards/public';
import { changeOnce } from '../../shared/commands/store';
import { notify, unnotify, type Sender } from '../../shared/notices/public';
import type { FeedbackDatabase, FeedbackDoc, TurnDoc } from './collections';
import { FEEDBACK_CARD, feedbackCard } from './rules/card';
import { dueFor } from './rules/state';
import { answeredNotice } from './rules/told';
import { feedbackView } from './rules/view';

/* Each function is one round trip unless it says otherwise. */

const PAGE_SIZE = 20;
/** Tickets of one number: it has four characters of chance, so there may be two. */
const SAME_NUMBER = 20;

/** Files it, and gives what stands under its id: the earlier record when it was filed before. */
export async function file(db: FeedbackDatabase, feedback: FeedbackDoc): Promise<FeedbackDoc> {
  if (await db.feedback.add(feedback)) return feedback;
  return (await db.feedback.get(feedback._id)) ?? feedback;
}

export const findFeedback = (db: FeedbackDatabase, id: string): Promise<FeedbackDoc | undefined> => db.feedback.get(id);

/** Who somebody is to his tickets: by his key, and by his record for those of before there were keys. */
export interface Owner {
  key: string;
  memberId: string | undefined;
}

const ownedBy = ({ key, memberId }: Owner): readonly Conditions<FeedbackDoc>[] =>
  memberId === undefined ? [{ key }] : [{ key }, { memberId }];

/** His ticket; `undefined` where there is none, or it is another's. */
export async function findOwn(db: FeedbackDatabase, id: string, owner: Owner): Promise<FeedbackDoc | undefined> {
  const [found] = await db.feedback.find({ _id: id, anyOf: ownedBy(owner) }, { limit: 1 });
  return found;
}

/**
 * His own, newest first. What a member sent in before he joined comes to his record with the first page, so that his list
 * has one owner and one index. Two round trips then, else one.
 */
export async function pageOfMine(db: FeedbackDatabase, { key, memberId }: Owner, cursor: string | undefined) {
  const page = { sort: ['at', -1], cursor, size: PAGE_SIZE, view: feedbackView } as const;
  if (memberId === undefined) return pageOf(db.feedback, { key }, page);
  if (cursor === undefined) {
    await db.feedback.update({ key, memberId: null }, { set: { memberId }, unset: ['keptUntil'] });
  }
  return pageOf(db.feedback, { memberId }, page);
}

/** What to look for among what was received. */
export interface Wanted {
  state: DeskState;
  kind?: FeedbackKind | undefined;
  overdue?: boolean | undefined;
}

/** Everybody's: of what is to be answered what is due first, of the rest the newest. */
export function pageOfInbox<I>(
  db: FeedbackDatabase,
  { state, kind, overdue }: Wanted,
  { cursor, now, view }: { cursor: string | undefined; now: number; view: (doc: FeedbackDoc) => I },
) {
  const query: Query<FeedbackDoc> = { state, ...(kind === undefined ? {} : { kind }) };
  if (state !== 'open') return pageOf(db.feedback, query, { sort: ['at', -1], cursor, size: PAGE_SIZE, view });
  // A bound on what it is sorted by, which the pages keep to: those past their day come first anyway.
  return overdue === true
    ? pageOf(
        db.feedback,
        { ...query, replyBy: below(dayOf(now)) },
        { sort: ['replyBy', -1], cursor, size: PAGE_SIZE, view },
      )
    : pageOf(db.feedback, query, { sort: ['replyBy', 1], cursor, size: PAGE_SIZE, view });
}

/** Those of one number. */
export const findByNumber = (db: FeedbackDatabase, ticket: string): Promise<FeedbackDoc[]> =>
  db.feedback.find({ ticket }, { limit: SAME_NUMBER });

interface Target {
  id: string;
  commandId: string;
}

/** Adds what its sender says, on the condition that nothing has changed since `seen`; answered or closed, it is open again. */
export function follow(
  db: FeedbackDatabase,
  target: Target,
  { seen, turns, folded, now }: { seen: FeedbackDoc; turns: readonly TurnDoc[]; folded: boolean; now: number },
): Promise<FeedbackDoc | undefined> {
  const again = seen.state !== 'open' ? { state: 'open' as const, reply: null, ...dueFor(now) } : {};
  const change = {
    set: { ...again, ...(folded && { folded }) },
    push: { turns: { items: turns.map((turn) => ({ ...turn })), keepLast: TURNS_MAX } },
  };
  return changeOnce(db.feedback, target, { change, expected: { state: seen.state ?? null } });
}

/** Closes it, whatever it is; `undefined` where it is closed, or the command was carried out. */
export const close = (db: FeedbackDatabase, target: Target): Promise<FeedbackDoc | undefined> =>
  changeOnce(db.feedback, target, { change: { set: { state: 'closed' } }, expected: { state: not('closed') } });

/** Takes it in hand, where nobody else has, or puts it back. */
export const take = (
  db: FeedbackDatabase,
  target: Target,
  { by, taken }: { by: string; taken: boolean },
): Promise<FeedbackDoc | undefined> =>
  changeOnce(db.feedback, target, {
    change: { set: { taker: taken ? by : null } },
    expected: { taker: taken ? null : by },
  });

/** Writes the answer where one is due; the ticket with it, or `undefined` where none is, or the command came before. */
export const replyOnce = (
  db: FeedbackDatabase,
  target: Target,
  { text, at, by }: { text: string; at: number; by: string },
): Promise<FeedbackDoc | undefined> => {
  const turn = { id: `${target.id}-${at}`, from: 'office', text, at, by };
  const change = {
    set: { reply: { text, at, by }, state: 'answered' as const },
    push: { turns: { items: [turn], keepLast: TURNS_MAX } },
  };
  return changeOnce(db.feedback, target, { change, expected: { reply: null, state: not('closed') } });
};

/** Takes an answer back, on the condition that it still stands and nothing was said since. */
export const unreply = (
  db: FeedbackDatabase,
  target: Target,
  { at, by }: { at: number; by: string },
): Promise<FeedbackDoc | undefined> =>
  changeOnce(db.feedback, target, {
    change: { set: { reply: null, state: 'open' }, pull: { turns: { id: `${target.id}-${at}` } } },
    expected: { state: 'answered', 'reply.at': at, 'reply.by': by },
  });

/**
 * Lets the sender know, on 今日 and in his notices. Twice is once; of an answer whose first sending broke off, the second
 * one tells. Two round trips and those of `notify`; none where he has not joined.
 */
export async function tell(others: Others, feedback: FeedbackDoc, now: number, sender?: Sender): Promise<void> {
  const { memberId } = feedback;
  if (memberId === null) return;
  const id = cardId(FEEDBACK_CARD, feedback._id, memberId);
  await addCard(others, feedbackCard({ ...feedback, memberId }, { id, now }));
  await notify(others, answeredNotice(feedback), now, sender);
}

/** Takes back what was told of an answer; a WeChat message that went out cannot be. */
export async function untell(others: Others, feedback: FeedbackDoc): Promise<void> {
  const { _id, memberId } = feedback;
  if (memberId === null) return;
  await removeCard(others, cardId(FEEDBACK_CARD, _id, memberId));
  await unnotify(others, answeredNotice(feedback));
}
