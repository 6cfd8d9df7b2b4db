import type { FieldError } from '../../../contract/errors';
import type { Collection, Path } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { checkAnswers, sameAnswers } from './rules/answers';
import { commandKey, judgeLeaving, judgeSignUp, placeIn, seatsLeft } from './rules/seats';
import type { Asker } from './rules/seats';
import type { Answer, Open, PlaceIn } from './shape';
import { findPlace, join, leave, remember, takeSeat } from './store';

/*
 * Signing up and leaving, for any domain. Each is three round trips with that of finding the caller; a domain calls its
 * refusals by codes of its own.
 */

/** The documents of a domain that people take part in, and what it needs of one besides. */
export interface Place<T extends Open> {
  seats: Collection<T>;
  /** For `maySee`, `promise` and the domain's reply. */
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

/** Each turn lost means that somebody else's change of the same document has won. */
const ATTEMPTS = 5;

/**
 * Looks and acts, on the condition that what was seen still holds. A step that gives nothing found it changed and looks
 * again, so that a refusal is always for a reason that was seen.
 */
async function insist<T extends Open, Refused extends string>(
  { seats, fields, maySee }: Place<T>,
  { id, memberId, commandId }: Request,
  step: (doc: PlaceIn<T>, me: Asker) => Promise<Outcome<T, Refused> | undefined>,
): Promise<Outcome<T, Refused>> {
  const me = { memberId, key: commandKey(memberId, commandId) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const doc = await findPlace(seats, id, me, fields);
    if (doc === undefined || !maySee(doc)) refuse('NOT_FOUND');
    const outcome = await step(doc, me);
    if (outcome !== undefined) return outcome;
  }
  refuse('BUSY');
}

/**
 * Signs a member up: a seat while one is free, else a place on the waitlist. Answers are checked before, and taken with
 * it in one step: no seat without answers, no answers without a seat. Who is in already stays in with the answers he
 * gave first; other ones are refused, or they would seem to be taken. `promise` is a code of what he is told, such as
 * time and place, to tell later whether that has changed.
 */
export function signUp<T extends Open>(
  place: Place<T> & { promise: (doc: PlaceIn<T>) => string },
  { answers, ...request }: Request & { answers: readonly Answer[] },
): Promise<Outcome<T, SignUpRefusal>> {
  const { seats } = place;
  const { id, now } = request;
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
    const mine = { ...me, at: now, answers: checked.answers, promise: place.promise(doc) };
    const joined = await (seatsLeft(doc) > 0
      ? takeSeat(seats, id, { ...mine, waited: false }, doc.capacity)
      : join(seats, id, { ...mine, waited: true }));
    return joined && { doc: placeIn(joined, me) };
  });
}

/** Gives a seat or a place on the waitlist back; whoever waits moves up in the same instant. */
export function giveBack<T extends Open>(place: Place<T>, request: Request): Promise<Outcome<T, LeavingRefusal>> {
  const { id, now } = request;
  return insist<T, LeavingRefusal>(place, request, async (doc, me) => {
    const verdict = judgeLeaving(doc, now);
    if (verdict === 'done') return { doc };
    if (verdict !== 'go') return { refused: verdict };
    const left = doc.signUp && (await leave(place.seats, id, { joined: doc.signUp.key, key: me.key, now }));
    return left && { doc: placeIn(left, me) };
  });
}
