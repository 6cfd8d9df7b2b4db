import { refresh } from '@/shared/call/client';

/** After a move, everything that shows where a book is asks again. */
export const refreshShelf = (): void => refresh('shelf.', 'book.get', 'recommendation.get', 'home.');
