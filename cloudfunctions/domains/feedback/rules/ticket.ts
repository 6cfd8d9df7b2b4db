import { UNDO_MINUTES, VISITOR_YEARS, type FeedbackKind } from '../../../../contract/domains/feedback/constants';
import { dayOf } from '../../../../contract/day';
import { DAY_MS } from '../../../../contract/durations';
import type { Checked } from '../../../shared/moderation/rules/check';
import type { FeedbackDoc, TurnDoc } from '../collections';
import { deskStateOf, dueFor } from './state';

const UNDO_MS = UNDO_MINUTES * 60_000;

interface Filed {
  id: string;
  /** Makes the ticket number sayable: `20261123-4F7K`. */
  code: string;
  key: string;
  /** Null: who sends it has not joined. */
  memberId: string | null;
}

interface Words {
  kind: FeedbackKind;
  text: string;
  anonymous?: boolean | undefined;
  checked?: Checked;
}

/** A complaint or suggestion as it is filed. */
export function newFeedback(
  { id, code, key, memberId }: Filed,
  { kind, text, anonymous = false, checked = { passed: true } }: Words,
  now: number,
): FeedbackDoc {
  return {
    _id: id,
    memberId,
    key,
    ticket: `${dayOf(now)}-${code}`,
    kind,
    text,
    at: now,
    ...dueFor(now),
    reply: null,
    state: 'open',
    anonymous,
    turns: [],
    taker: null,
    ...(mayHurt(checked) && { folded: true as const }),
    ...(memberId === null ? { keptUntil: now + VISITOR_YEARS * 366 * DAY_MS } : {}),
  };
}

/** What was not looked at for whatever reason is shown as it is: nobody is made to look suspicious by a lost connection. */
export const mayHurt = (checked: Checked): boolean => !checked.passed && checked.state !== 'pending';

/** What was said after the first text; of a ticket of before, its answer. */
export const turnsOf = ({ _id, turns = [], reply }: Pick<FeedbackDoc, '_id' | 'turns' | 'reply'>): TurnDoc[] =>
  turns.length === 0 && reply !== null ? [{ id: `${_id}-1`, from: 'office', ...reply }] : turns;

/** True when this very answer by this very person is what stands: the command came twice. */
export const repliedLikeThis = ({ reply }: Pick<FeedbackDoc, 'reply'>, text: string, by: string): boolean =>
  reply?.text === text && reply.by === by;

/** Until when this person can take the latest answer back: his own, soon after, and nobody has said anything since. */
export function undoUntil(doc: FeedbackDoc, by: string, now: number): number | null {
  const { reply } = doc;
  if (deskStateOf(doc) !== 'answered' || reply?.by !== by) return null;
  const until = reply.at + UNDO_MS;
  return now < until ? until : null;
}
