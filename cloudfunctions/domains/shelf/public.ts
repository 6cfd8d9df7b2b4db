import type { ShelfStatus } from '../../../contract/constants';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { shelfCollections } from './collections';
import { shelfId } from './rules/shelf';

/** Where a book is on the member's shelf; null when it is not on it. One round trip. */
export async function shelfStatusOf(others: Others, memberId: string, bookId: string): Promise<ShelfStatus | null> {
  const entry = await openOwn(others, shelfCollections).shelf.get(shelfId(memberId, bookId));
  return entry?.status ?? null;
}
