import type { BookRef } from '@contract/shared/book';
import { refresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { movedText, type Place } from './moves';

/** Moves a book of the shelf from one place to another. */
export type Move = (book: Pick<BookRef, 'id' | 'title'>, from: Place, to: Place) => void;

/**
 * Moves a book and offers to take it back. A refusal, such as a full desk, is said in the snackbar; the book then stays
 * where it is.
 */
export function useMoveBook(): { move: Move; pending: boolean } {
  const { run, pending } = useCommandCall('shelf.move', {
    onDone: () => refresh('shelf.', 'book.get', 'recommendation.get', 'home.'),
    onFail: (error) => snackbar(error.message),
  });

  const send = async (bookId: string, to: Place, said: () => void): Promise<void> => {
    if (await run({ bookId, to })) said();
  };

  const move: Move = (book, from, to) => {
    const undo = () => void send(book.id, from, () => snackbar('已恢复原样'));
    void send(book.id, to, () => snackbar(movedText(book.title, to), { undo }));
  };

  return { move, pending };
}
