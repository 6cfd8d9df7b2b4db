import { DESK_MAX } from '../../../contract/constants';
import type { ShelfStatus } from '../../../contract/constants';
import type { BookCopy, ShelfDoc } from '../../documents';

/** Commands remembered per book. */
export const REMEMBERED = 50;

/** One entry per member and book. */
export const shelfId = (memberId: string, bookId: string): string => `${memberId}:${bookId}`;

/** Whether the desk may have no room for this book; the shelf's facts have the last word. */
export const seemsFull = (desk: readonly BookCopy[], bookId: string, to: ShelfStatus | null): boolean =>
  to === 'reading' && desk.length >= DESK_MAX && desk.every(({ id }) => id !== bookId);

/** What lies on the desk by the shelf's facts, the book moved there last (the book in hand) first. */
export const deskOf = (reading: readonly Pick<ShelfDoc, 'book'>[]): BookCopy[] =>
  reading.slice(0, DESK_MAX).map(({ book }) => book);
