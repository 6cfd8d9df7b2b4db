import type { RecommendationCard } from '@contract/actions/recommendation';
import { refresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Withdraws a recommendation or restores it, each with a way back. */
export function useWithdraw(): {
  setWithdrawn: (card: Pick<RecommendationCard, 'id'>, withdrawn: boolean) => void;
  pending: boolean;
} {
  const { run, pending } = useCommandCall('recommendation.setWithdrawn', {
    onDone: () => refresh('recommendation.', 'book.get', 'home.'),
    onFail: (error) => snackbar(error.message),
  });

  const send = async (id: string, withdrawn: boolean): Promise<void> => {
    if (!(await run({ id, withdrawn }))) return;
    snackbar(withdrawn ? '已撤回，大家看不到它了' : '已恢复', { undo: () => void send(id, !withdrawn) });
  };
  return { setWithdrawn: (card, withdrawn) => void send(card.id, withdrawn), pending };
}
