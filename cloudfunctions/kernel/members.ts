import type { BookRef } from '../../contract/shared/book';
import { kernelCollections, type ToldDoc } from './collections';
import type { Others } from './others';
import { openOwn } from './own';
import { among, type Value } from './port';

/*
 * What domains may know and note of members, whose documents belong to the kernel (the openid is in them). Each function
 * is one round trip.
 */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** Names as they are today, by member id; of those who are still members. None are asked for: none, without a call. */
export async function namesOf(others: Others, memberIds: readonly string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const found = await members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields: ['name'] });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** Writes the desk over the version that was seen; false when it has another one by now. */
export const writeDesk = async (
  others: Others,
  { memberId, version }: { memberId: string; version: number | undefined },
  desk: readonly BookRef[],
): Promise<boolean> => {
  const written = await members(others).update(
    { _id: memberId, deskVersion: version ?? null },
    { set: { desk: desk.map((book) => ({ ...book })) }, inc: { deskVersion: 1 } },
  );
  return written > 0;
};

/** Desks in one batch. */
const DESKS = 50;

/** True for a desk that still shows the book as it was. */
const showsOther = (desk: readonly BookRef[], book: BookRef): boolean =>
  desk.some((copy) => copy.id === book.id && (copy.title !== book.title || copy.author !== book.author));

/**
 * Renews a corrected book on one batch of the desks that it is on, beginning after so many, and says where the next
 * begins; `undefined` at the end. A desk that its reader changes meanwhile is made from the shelf, which is renewed.
 */
export async function renewDesks(others: Others, book: BookRef, skip: number): Promise<number | undefined> {
  const found = await members(others).find(
    { 'desk.id': book.id },
    { limit: DESKS, skip, sort: [['_id', 1]], fields: ['desk', 'deskVersion'] },
  );
  const stale = found.filter(({ desk }) => showsOther(desk, book));
  await Promise.all(
    stale.map(({ _id, desk, deskVersion }) => {
      const renewed = desk.map((other) => ({ ...(other.id === book.id ? book : other) }));
      return members(others).update({ _id, deskVersion: deskVersion ?? null }, { set: { desk: renewed } });
    }),
  );
  return found.length < DESKS ? undefined : skip + DESKS;
}

/** Which version of the desk stands; `undefined` before the first. */
export const deskVersionOf = async (others: Others, memberId: string): Promise<number | undefined> =>
  (await members(others).get(memberId))?.deskVersion;

/** Remembers what the member has seen of his events, and that he knows of these answers. */
export const markSeen = (
  others: Others,
  memberId: string,
  { told, tickets }: { told: Record<string, ToldDoc>; tickets: readonly string[] },
): Promise<number> =>
  members(others).update(
    { _id: memberId },
    { set: { told: { ...told } as unknown as Value }, unset: tickets.map((id) => `answered.${id}` as const) },
  );

/** Lets the member know on 今日 that a ticket of his was answered. Twice is once. */
export const tellAnswered = (
  others: Others,
  memberId: string,
  { id, ticket }: { id: string; ticket: string },
): Promise<number> => members(others).update({ _id: memberId }, { set: { [`answered.${id}`]: ticket } });
