import { kernelCollections, type MemberDoc } from './collections';
import type { Others } from './others';
import { openOwn } from './own';
import { among } from './port';

/* What domains may know of members, whose documents belong to the kernel (the openid is in them). */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** Names as they are today, by member id; of those who are still members. None are asked for: none, without a call. */
export async function namesOf(others: Others, memberIds: readonly string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const found = await members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields: ['name'] });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** What versions before there were cards kept with these members of 今日. None are asked for: none, without a call. */
export async function newsBefore(
  others: Others,
  memberIds: readonly string[],
): Promise<Map<string, Pick<MemberDoc, 'told' | 'answered'>>> {
  if (memberIds.length === 0) return new Map();
  const fields = ['told', 'answered'] as const;
  const found = await members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields });
  return new Map(found.map((member) => [member._id, member]));
}
