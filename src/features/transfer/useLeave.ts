import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Leaves an org, with a way back for a day. */
export function useLeave(): { leave: (org: { id: string; name: string }, last: boolean) => void; pending: boolean } {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const leaving = useCommandCall('transfer.leave', { onFail });
  const rejoining = useCommandCall('transfer.rejoin', { onFail, onDone: () => snackbar('已撤销，还是原来的组织') });

  const leave = async ({ id, name }: { id: string; name: string }, last: boolean): Promise<void> => {
    const reply = await leaving.run({ orgId: id });
    if (!reply) return;
    const words = last ? `已离开${name}。现在不属于任何组织，只看得到公开的内容` : `已离开${name}`;
    snackbar(words, { undo: () => void rejoining.run({ id: reply.transfer.id }) });
  };
  return { leave: (org, last) => void leave(org, last), pending: leaving.pending };
}
