import type { Change, Today } from '@contract/domains/home/actions';
import { patch, refresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { keyOf } from './changes';

/** Puts changes away: they leave the screen at once, and every other phone of this person. */
export function useSeen(): (changes: readonly Change[]) => void {
  const { run } = useCommandCall('home.seen', {
    // There may be more than are told at a time.
    onDone: () => refresh('home'),
    onFail: ({ message }) => {
      snackbar(message);
      refresh('home');
    },
  });
  return (changes) => {
    const gone = new Set(changes.map(keyOf));
    patch<Today>('home.today', {}, (data) => ({
      ...data,
      changes: data.changes.filter((change) => !gone.has(keyOf(change))),
    }));
    void run({
      events: changes.flatMap((change) => (change.kind === 'answered' ? [] : [change.standing])),
      tickets: changes.flatMap((change) => (change.kind === 'answered' ? [change.id] : [])),
    });
  };
}
