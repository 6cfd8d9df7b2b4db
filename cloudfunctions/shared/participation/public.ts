import type { FieldError } from '../../../contract/errors';
import type { FormField } from '../../../contract/shared/participation';
import type { Collection, Path, Query } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { untilWritten } from '../../kernel/retry';
import { checkAnswers, sameAnswers, formCode } from './rules/answers';
import { commandKey, judgeLeaving, judgeSignUp, placeIn } from './rules/seats';
import type { Asker } from './rules/seats';
import type { Answer, Open, PlaceIn } from './shape';
import { findPlace, join, leave, remember } from './store';

/*
 * Signing up and leaving, for any domain. With that of finding the caller signing up is two round trips in the usual case
 * and leaving three, to which a domain may add those of a card for 今日; it calls its refusals by codes of its own.
 */

/** The documents of a domain that people take part in, and what it needs of one besides. */
export interface Place<T extends Open> {
  seats: Collection<T>;
  /** For `maySee` and the domain's reply. */
  fields: readonly Path<T>[];
  /** Whether this member may know of it at all; refused with NOT_FOUND otherwise. */
  maySee: (doc: PlaceIn<T>) => boolean;
}

/** What is asked: by whom, for which document, and the id of the command. */
export interface Request {
  id: string;
  commandId: string;
  memberId: string;
  now: number;
}

/** Why somebody cannot sign up: nobody can, or his answers are missing, or others of his are there already. */
export type SignUpRefusal = 'cancelled' | 'closed' | 'full' | 'unanswered' | 'otherAnswers';
/** Why somebody cannot leave: he is not in, or it has begun. */
export type LeavingRefusal = 'absent' | 'begun';

/** The document as it stands afterwards for the member, or why it does not; `fields` say where answers are wrong. */
export type Outcome<T, Refused extends string> =
  { doc: PlaceIn<T>; refused?: undefined } | { refused: Refused; fields?: FieldError[] };

/**
 * Looks and acts, on the condition that what was seen still holds. A step that gives nothing found it changed and looks
 * again, so that a refusal is always for a reason that was seen.
 */
function insist<T extends Open, Refused extends string>(
  { seats, fields, maySee }: Place<T>,
  { id, memberId, commandId }: Request,
  step: (doc: PlaceIn<T>, me: Asker) => Promise<Outcome<T, Refused> | undefined>,
): Promise<Outcome<T, Refused>> {
  const me = { memberId, key: commandKey(memberId, commandId) };
  return untilWritten(async () => {
    const doc = await findPlace(seats, id, me, fields);
    if (doc === undefined || !maySee(doc)) refuse('NOT_FOUND');
    return step(doc, me);
  });
}

/**
 * Signs a member up: a seat while one is free, else a place on the waitlist. Answers are checked before, and taken with
 * it in one step: no seat without answers, no answers without a seat. Who is in already stays in with the answers he
 * gave first; other ones are refused, or they would seem to be taken.
 *
 * The usual case is one round trip: nobody is looked for first, the step itself goes by who may see the document and by
 * the `form` that the answers were checked against, as the member's phone showed it. Whoever is not let in that way is
 * told why by looking.
 */
export async function signUp<T extends Open>(
  place: Place<T> & { visible: Query<T> },
  { answers, form, ...request }: Request & { answers: readonly Answer[]; form: readonly FormField[] },
): Promise<Outcome<T, SignUpRefusal>> {
  const { seats, visible } = place;
  const { id, now, memberId, commandId } = request;
  const asker = { memberId, key: commandKey(memberId, commandId) };
  const seen = checkAnswers(form, answers);
  if (seen.ok) {
    const expected = { ...visible, formCode: formCode(form) } as Query<T>;
    const joined = await join(seats, id, { ...asker, at: now, answers: seen.answers }, expected);
    if (joined !== undefined) return { doc: placeIn(joined, asker) };
  }
  const standing = (doc: PlaceIn<T>) => {
    const same =
      doc.signUp === undefined || doc.form.length === 0 || sameAnswers(doc.form, answers, doc.signUp.answers);
    return same ? { doc } : ({ refused: 'otherAnswers' } as const);
  };
  return insist<T, SignUpRefusal>(place, request, async (doc, me) => {
    const verdict = judgeSignUp(doc, me.key, now);
    if (verdict === 'done') return standing(doc);
    if (verdict === 'again') {
      const remembered = await remember(seats, id, me);
      return remembered && standing(placeIn(remembered, me));
    }
    if (verdict !== 'go') return { refused: verdict };
    const checked = checkAnswers(doc.form, answers);
    if (!checked.ok && checked.code === 'BAD_INPUT') refuse('BAD_INPUT', { fields: checked.fields });
    if (!checked.ok) return { refused: 'unanswered', fields: checked.fields };
    const joined = await join(seats, id, { ...me, at: now, answers: checked.answers });
    return joined && { doc: placeIn(joined, me) };
  });
}

/**
 * Gives a seat or a place on the waitlist back; whoever waits moves up in the same instant. `last` is who has the last
 * seat then, if all are taken: he may have waited before.
 */
export async function giveBack<T extends Open>(
  place: Place<T>,
  request: Request,
): Promise<Outcome<T, LeavingRefusal> & { last?: string | undefined }> {
  const { id, now } = request;
  let last: string | undefined;
  const outcome = await insist<T, LeavingRefusal>(place, request, async (doc, me) => {
    const verdict = judgeLeaving(doc, now);
    if (verdict === 'done') return { doc };
    if (verdict !== 'go') return { refused: verdict };
    const left = doc.signUp && (await leave(place.seats, id, { joined: doc.signUp.key, key: me.key, now }));
    last = left?.queue[left.capacity - 1]?.m;
    return left && { doc: placeIn(left, me) };
  });
  return { ...outcome, last };
}
