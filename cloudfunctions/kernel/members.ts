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
