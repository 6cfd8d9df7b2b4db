import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Calls an event off or brings it back, each with a way back. */
export function useCallOff(): { setCancelled: (event: { id: string }, cancelled: boolean) => void; pending: boolean } {
  const { run, pending } = useCommandCall('event.setCancelled', {
    onFail: (error) => snackbar(error.message),
  });

  /** An undo names the `version` that it takes back, and leaves alone what somebody did since. */
  const send = async (id: string, cancelled: boolean, version?: number): Promise<void> => {
    const reply = await run({ id, cancelled, version });
    if (!reply) return;
    snackbar(cancelled ? '活动已取消，报名的人打开就会看到' : '活动已恢复，报名都还在', {
      undo: () => void send(id, !cancelled, reply.event.version),
    });
  };
  return { setCancelled: (event, cancelled) => void send(event.id, cancelled), pending };
}
