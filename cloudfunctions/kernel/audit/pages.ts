import type { Others } from '../others';
import { openOwn } from '../own';
import { pageOf } from '../paging';
import { below } from '../port';
import { auditCollections, type AuditDoc, type SealDoc } from './collections';
import { type Sought, soughtQuery } from './rules/sought';

/* The audit as an auditor reads it: the newest first, through an index whatever is asked for. */

interface Paged<T, I> {
  cursor: string | undefined;
  size: number;
  view: (doc: T) => I;
}

/** One page of entries, the newest first. One round trip. */
export const pageOfAudit = <I>(others: Others, sought: Sought, paged: Paged<AuditDoc, I>) =>
  pageOf(openOwn(others, auditCollections).audit, soughtQuery(sought), { sort: ['at', -1], ...paged });

/** One entry, or `undefined`. One round trip. */
export const findEntry = (others: Others, id: string): Promise<AuditDoc | undefined> =>
  openOwn(others, auditCollections).audit.get(id);

/** One page of seals, the newest first; a cursor is the number of the last one. One round trip. */
export async function pageOfSeals<I>(
  others: Others,
  { cursor, size, view }: Paged<SealDoc, I>,
): Promise<{ items: I[]; next: string | null }> {
  const { seals } = openOwn(others, auditCollections);
  const query = cursor === undefined ? {} : { _id: below(cursor) };
  const found = await seals.find(query, { sort: [['_id', -1]], limit: size + 1 });
  return { items: found.slice(0, size).map(view), next: found.length > size ? (found[size - 1]?._id ?? null) : null };
}
