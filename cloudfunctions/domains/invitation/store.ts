import { among, below, firstOf, noneOf, type Path } from '../../kernel/port';
import type { InvitationDatabase, InvitationDoc, JoinTriesDoc, Place } from './collections';
import { countersOf } from './rules/tries';

/** Everything of an invitation but who has its places, which may be 2,000. */
export const invitationFields = [
  'orgId',
  'orgPath',
  'orgName',
  'code',
  'createdAt',
  'expiresAt',
  'limit',
  'approval',
  'role',
  'roleUntil',
  'note',
  'by',
  'revokedAt',
  'used',
  'commands',
] as const satisfies readonly Path<InvitationDoc>[];

/** An invitation without its places, and whether somebody has one. */
export type SeenInvitation = Omit<InvitationDoc, 'places'> & { place?: Place | undefined };

/** An invitation as somebody of this key sees it: with the place that he has. One round trip. */
export async function seeInvitation(
  db: InvitationDatabase,
  id: string,
  k: string,
): Promise<SeenInvitation | undefined> {
  const place = firstOf<Place>('places', 'k', k);
  const [found] = await db.invitations.findWith({ _id: id }, { limit: 1, fields: invitationFields }, { place });
  return found;
}

/** An invitation without its places, by its id or its code. One round trip. */
export async function findInvitation(
  db: InvitationDatabase,
  query: { _id: string } | { code: string },
): Promise<SeenInvitation | undefined> {
  const [found] = await db.invitations.find(query, { limit: 1, fields: invitationFields });
  return found;
}

/**
 * Takes a place in one conditional update: never beyond the limit, never two of one key. False where it was not taken:
 * there is none, the person has one, or the limit was changed since it was seen.
 */
export const takePlace = async (
  db: InvitationDatabase,
  { _id, limit }: Pick<InvitationDoc, '_id' | 'limit'>,
  place: Place,
): Promise<boolean> => {
  const free = { used: below(limit), limit, 'places.k': noneOf([place.k]) } as const;
  const taken = { push: { places: { items: [{ k: place.k, at: place.at }] } }, inc: { used: 1 } } as const;
  return (await db.invitations.update({ _id, ...free }, taken)) > 0;
};

/** Gives a place back; twice is once. */
export const givePlaceBack = (db: InvitationDatabase, id: string, k: string): Promise<number> =>
  db.invitations.update({ _id: id, 'places.k': k }, { pull: { places: { k } }, inc: { used: -1 } });

/** The wrong codes of this hour, of a person and of the city. One round trip. */
export function findTries(db: InvitationDatabase, k: string, now: number): Promise<JoinTriesDoc[]> {
  const { own, city } = countersOf(k, now);
  return db.joinTries.find({ _id: among([own, city]) }, { limit: 2 });
}

/** Counts a wrong code for the person and for the city. */
export async function countWrong(db: InvitationDatabase, k: string, now: number): Promise<void> {
  const { own, city, expiresAt } = countersOf(k, now);
  await Promise.all(
    [own, city].map(async (_id) => {
      const more = () => db.joinTries.update({ _id }, { inc: { count: 1 } });
      if ((await more()) === 0 && !(await db.joinTries.add({ _id, count: 1, expiresAt }))) await more();
    }),
  );
}
