import type { BookRef } from '@contract/shared/book';
import { go } from './nav';

let chosen: ((book: BookRef) => void) | undefined;

/** Opens the search to choose a book; `onPick` runs once when one is chosen, never when the person turns back. */
export function pickBook(onPick: (book: BookRef) => void): void {
  chosen = onPick;
  go('bookSearch', { pick: '1' });
}

/** Called by the search and the add page; the caller then goes back. */
export function bookPicked(book: BookRef): void {
  const listener = chosen;
  chosen = undefined;
  listener?.(book);
}
