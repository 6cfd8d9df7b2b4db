import type { Others } from '../../kernel/others';
import { newsBefore } from '../../kernel/members';
import { not } from '../../kernel/port';
import { addCard, cardId, cardsAbout, changeCards, removeCard, replaceCard } from '../../shared/cards/public';
import type { PlaceIn } from '../../shared/participation/shape';
import type { EventDatabase, EventDoc } from './collections';
import {
  EVENT_CARD,
  eventCard,
  eventFields,
  planOf,
  saysTheSame,
  toldBefore,
  type EventCardData,
  type EventTold,
} from './rules/card';

/*
 * The cards by which 今日 shows people their events. The event is written first, its cards after it; each write may be
 * repeated. What was missed (a call that was killed, a sign-up during a revision) a job brings about, which compares.
 */

/** Cards read or written together by the job. */
const BATCH = 500;
const AT_ONCE = 20;

const settled = [...eventFields, 'queue.m', 'queue.at', 'queue.p', 'queue.w'] as const;

const idOf = (eventId: string, memberId: string) => cardId(EVENT_CARD, eventId, memberId);
const about = (thing: string, to?: readonly string[]) => ({ source: EVENT_CARD, thing, ...(to && { to }) });

/** Puts the event on the member's 今日 once he is in. One round trip, two when a card was there. */
export async function showSignUp(others: Others, event: PlaceIn<EventDoc>, memberId: string): Promise<void> {
  const { position, signUp } = event;
  if (signUp === undefined) return;
  const card = eventCard(event, { id: idOf(event._id, memberId), memberId, position, signedUpAt: signUp.at });
  if (await addCard(others, card)) return;
  await replaceCard(others, card, { 'data.signedUpAt': not(signUp.at) });
}

/** Takes it off again, and lets who has the last seat now know that he has one. At most two round trips. */
export async function showLeaving(
  others: Others,
  eventId: string,
  { memberId, last }: { memberId: string; last: string | undefined },
): Promise<void> {
  const seated = last !== undefined && changeCards(others, about(eventId, [last]), { 'data.seated': true });
  await Promise.all([removeCard(others, idOf(eventId, memberId)), seated]);
}

/**
 * Shows a revised, cancelled or restored event on every card of it, and that those who moved up by a raised capacity have
 * seats. One round trip, two where there were more seats.
 */
export async function showPlan(
  others: Others,
  event: Pick<EventDoc, '_id' | (typeof eventFields)[number]>,
  promoted: readonly string[] = [],
): Promise<void> {
  const plan = Object.entries(planOf(event)).map(([field, value]) => [`data.${field}`, value] as const);
  await changeCards(others, about(event._id), { ...Object.fromEntries(plan), until: event.endsAt });
  if (promoted.length > 0) await changeCards(others, about(event._id, promoted), { 'data.seated': true });
}

/**
 * Brings the cards of an event to what its queue says. A card made here tells nothing, since how it is now is all there
 * was; unless an earlier version has left with the sign-up what it told.
 */
export async function settleEvent(db: EventDatabase, others: Others, eventId: string): Promise<void> {
  const [event] = await db.events.find({ _id: eventId }, { limit: 1, fields: settled });
  const queue = event?.queue ?? [];
  const missing = new Map(
    event &&
      queue.map(({ m, at }, position) => {
        const id = idOf(eventId, m);
        return [id, eventCard(event, { id, memberId: m, position, signedUpAt: at })] as const;
      }),
  );
  const writes: (() => Promise<unknown>)[] = [];
  for (let after = ''; ;) {
    const cards = await cardsAbout<EventCardData, EventTold>(others, about(eventId), { after, limit: BATCH });
    for (const card of cards) {
      const wanted = missing.get(card._id);
      missing.delete(card._id);
      if (wanted === undefined) writes.push(() => removeCard(others, card._id));
      else if (!saysTheSame(card, wanted)) writes.push(() => mend(card, wanted));
    }
    after = cards[BATCH - 1]?._id ?? '';
    if (after === '') break;
  }
  const former = queue.filter(({ m, p }) => p !== undefined && missing.has(idOf(eventId, m)));
  for (let from = 0; from < former.length; from += BATCH) {
    const batch = former.slice(from, from + BATCH);
    const news = await newsBefore(
      others,
      batch.map(({ m }) => m),
    );
    for (const entry of batch) {
      const card = missing.get(idOf(eventId, entry.m));
      const told = toldBefore(entry, news.get(entry.m)?.told?.[eventId]);
      if (card && told) card.told = told;
    }
  }
  writes.push(...[...missing.values()].map((card) => () => addCard(others, card)));
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    await Promise.all(writes.slice(from, from + AT_ONCE).map((write) => write()));
  }

  type Card = ReturnType<typeof eventCard>;
  function mend({ told, data }: Card, wanted: Card): Promise<boolean> {
    const sameSignUp = data.signedUpAt === wanted.data.signedUpAt && told !== undefined;
    return replaceCard(others, sameSignUp ? { ...wanted, told } : wanted, { 'data.signedUpAt': data.signedUpAt });
  }
}
