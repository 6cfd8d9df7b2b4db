import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Withdraws a recommendation or restores it, each with a way back. */
export function useWithdraw(): {
  setWithdrawn: (card: Pick<RecommendationCard, 'id'>, withdrawn: boolean) => void;
  pending: boolean;
} {
  const { run, pending } = useCommandCall('recommendation.setWithdrawn', {
    onFail: (error) => snackbar(error.message),
  });

  /** An undo names the `version` that it takes back, and leaves alone what somebody did since. */
  const send = async (id: string, withdrawn: boolean, version?: number): Promise<void> => {
    const reply = await run({ id, withdrawn, version });
    if (!reply) return;
    snackbar(withdrawn ? '已撤回，大家看不到它了' : '已恢复', {
      undo: () => void send(id, !withdrawn, reply.recommendation.version),
    });
  };
  return { setWithdrawn: (card, withdrawn) => void send(card.id, withdrawn), pending };
}
