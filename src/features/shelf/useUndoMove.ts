import { useRef } from 'react';
import { useCommandCall } from '@/shared/call/command';
import { isPassing } from '@/shared/call/error';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/**
 * Takes a move back and says whether it was: where the book was moved again meanwhile, perhaps on another phone, the
 * newer move stays. After a failure that may pass, the same undo is offered again.
 */
export function useUndoMove(): (bookId: string, of: string) => void {
  const asked = useRef({ bookId: '', of: '' });
  const { run } = useCommandCall('shelf.undo', {
    onDone: ({ undone }) => {
      snackbar(undone ? '已恢复原样' : '其后又移动过，没有撤销');
    },
    onFail: (error) => {
      if (!isPassing(error.code)) return snackbar(`没有撤销。${error.message}`);
      const { bookId, of } = asked.current;
      snackbar(`还没有撤销。${error.message}`, { undo: () => undo(bookId, of) });
    },
  });

  const undo = (bookId: string, of: string): void => {
    asked.current = { bookId, of };
    void run({ bookId, of });
  };
  return undo;
}
