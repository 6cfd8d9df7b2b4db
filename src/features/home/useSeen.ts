import type { Change, Today } from '@contract/domains/home/actions';
import { patch } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { keyOf } from './changes';

/** Puts changes away: they leave the screen at once, and every other phone of this person. */
export function useSeen(): (changes: readonly Change[]) => void {
  const { run } = useCommandCall('home.seen', {
    optimistic: true,
    onFail: ({ message }) => snackbar(message),
  });
  return (changes) => {
    const seen = new Set(changes.map(keyOf));
    patch<Today>('home.today', {}, (data) => ({
      ...data,
      changes: data.changes.filter((change) => !seen.has(keyOf(change))),
    }));
    void run({
      events: changes.flatMap((change) => (change.kind === 'answered' ? [] : [change.standing])),
      tickets: changes.flatMap((change) => (change.kind === 'answered' ? [change.id] : [])),
    });
  };
}
