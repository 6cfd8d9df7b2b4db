import { useRef } from 'react';
import type { BookRef } from '@contract/shared/book';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { movedText, type Place } from './moves';
import { useUndoMove } from './useUndoMove';

/** Moves a book of the shelf to another place. */
export type Move = (book: Pick<BookRef, 'id' | 'title'>, to: Place) => void;

/**
 * Moves a book and offers to take that very move back. A refusal, such as a full desk, is said in the snackbar; the book
 * then stays where it is.
 */
export function useMoveBook(): { move: Move; pending: boolean } {
  const undo = useUndoMove();
  const moved = useRef('');
  const { run, pending } = useCommandCall('shelf.move', {
    onDone: (_reply, commandId) => {
      moved.current = commandId;
    },
    onFail: (error) => snackbar(error.message),
  });

  const send = async ({ id, title }: Pick<BookRef, 'id' | 'title'>, to: Place): Promise<void> => {
    if (!(await run({ bookId: id, to }))) return;
    const of = moved.current;
    snackbar(movedText(title, to), { undo: () => undo(id, of) });
  };
  return { move: (book, to) => void send(book, to), pending };
}
