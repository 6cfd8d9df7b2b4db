import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

type Disabled = { reason: string | null; until: number | null };

/** Restores a member, with a way back to how he was. */
export function useStanding(): { restore: (id: string, was: Disabled) => void; pending: boolean } {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const restoring = useCommandCall('member.restore', { onFail });
  const disabling = useCommandCall('member.disable', { onFail });

  const restore = async (id: string, { reason, until }: Disabled): Promise<void> => {
    if (!(await restoring.run({ id }))) return;
    const undo = reason === null ? undefined : () => void disabling.run({ id, reason, until });
    snackbar('已恢复，马上就能用', { undo });
  };
  return { restore: (id, was) => void restore(id, was), pending: restoring.pending };
}
