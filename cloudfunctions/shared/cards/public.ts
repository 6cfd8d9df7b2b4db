import type { Viewer } from '../../kernel/context';
import { randomId } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among, not } from '../../kernel/port';
import type { Conditions, Doc, Value } from '../../kernel/port';
import { untilWritten } from '../../kernel/retry';
import { cardsCollections } from './collections';
import type { CardDoc } from './shape';

/*
 * Cards of 今日 (docs/mechanisms/home-cards.md): a domain writes one where something arises, and 今日 reads all of a
 * viewer's in one query. Each function is one round trip unless it says otherwise.
 */

/** Cards read for one viewer; those that end soonest come first, so what is cut off is far away. */
const SHOWN_MAX = 200;

/** The end of a card that has none. */
export const NO_END = 4_102_444_800_000;

const cards = (others: Others) => openOwn(others, cardsCollections).cards;
const plain = (value: object): Record<string, Value> => ({ ...value });
/** Paths of a card's data and of what was told are its source's business. */
const asConditions = (of: Conditions<Doc & Record<string, unknown>>) => of as Conditions<CardDoc>;

/** The id of a source's card about a thing; a card for all of an org is about the org. */
export const cardId = (source: string, thing: string, memberId?: string): string =>
  memberId === undefined ? `${source}:${thing}` : `${source}:${thing}:${memberId}`;

/** All that the viewer is shown now, what ends soonest first. */
export async function cardsFor(
  others: Others,
  { _id, scope }: Pick<Viewer, '_id' | 'scope'>,
  now: number,
): Promise<CardDoc[]> {
  const found = await cards(others).find(
    { to: among([_id, ...scope]), until: above(now) },
    {
      sort: [
        ['until', 1],
        ['_id', 1],
      ],
      limit: SHOWN_MAX,
    },
  );
  return found.filter(({ from }) => from <= now);
}

/** Adds a card; false when it is there already, which leaves it and what was told as they are. */
export const addCard = <D extends object, T extends object>(others: Others, card: CardDoc<D, T>): Promise<boolean> =>
  cards(others).add(card as unknown as CardDoc);

/** Writes a card over the one of its id where that is as expected; false when it is not, or nothing changed. */
export const replaceCard = async <D extends object, T extends object>(
  others: Others,
  { _id, ...card }: CardDoc<D, T>,
  expected: Conditions<Doc & Record<string, unknown>>,
): Promise<boolean> => (await cards(others).update({ _id, ...asConditions(expected) }, { set: plain(card) })) > 0;

/** Changes every card about a thing, or of these only the ones for some members; how many became different. */
export const changeCards = (
  others: Others,
  { source, thing, to }: { source: string; thing: string; to?: readonly string[] },
  set: Readonly<Record<string, Value>>,
): Promise<number> =>
  cards(others).update({ thing, source, ...(to === undefined ? {} : { to: among(to) }) }, { set: plain(set) });

/** Removes a card. */
export const removeCard = (others: Others, id: string): Promise<number> => cards(others).remove({ _id: id });

/** Removes what else a source shows to the same member or org. */
export const removeOtherCards = (
  others: Others,
  { _id, to, source }: Pick<CardDoc, '_id' | 'to' | 'source'>,
): Promise<number> => cards(others).remove({ to, source, _id: not(_id) });

/** Remembers what a member was told by his card, if it is still as expected. */
export const tellCard = (
  others: Others,
  { source, thing, memberId }: { source: string; thing: string; memberId: string },
  told: object,
  expected: Conditions<Doc & Record<string, unknown>> = {},
): Promise<number> =>
  cards(others).update({ thing, source, to: memberId, ...asConditions(expected) }, { set: { told: plain(told) } });

/** The cards of a source about a thing, in the order of their ids, from behind one of them. */
export const cardsAbout = <D extends object, T extends object>(
  others: Others,
  { source, thing }: { source: string; thing: string },
  { after, limit }: { after: string; limit: number },
): Promise<CardDoc<D, T>[]> =>
  cards(others).find({ thing, source, _id: above(after) }, { sort: [['_id', 1]], limit }) as unknown as Promise<
    CardDoc<D, T>[]
  >;

/**
 * Makes a card anew from its source's facts, which are read after the card: of two at once, the one with older facts
 * reads them again. Two round trips and those of `make`.
 */
export async function settleCard(
  others: Others,
  card: Pick<CardDoc, '_id' | 'to' | 'source' | 'thing'>,
  make: () => Promise<Pick<CardDoc<object>, 'from' | 'until' | 'data'>>,
): Promise<void> {
  await untilWritten(async () => {
    const [standing] = await cards(others).find({ _id: card._id }, { limit: 1, fields: ['version'] });
    const made = { ...card, ...plain(await make()), version: randomId('v') } as unknown as CardDoc;
    const written =
      standing === undefined
        ? await addCard(others, made)
        : await replaceCard(others, made, { version: standing.version ?? null });
    return written || undefined;
  });
}
