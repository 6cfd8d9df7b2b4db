import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Takes a duty off as a mistake or brings it back, each with a way back. */
export function useRemove(): { setRemoved: (id: string, removed: boolean) => Promise<boolean>; pending: boolean } {
  const { run, pending } = useCommandCall('duty.setRemoved', { onFail: (error) => snackbar(error.message) });

  /** An undo names the `version` that it takes back, and leaves alone what somebody did since. */
  const send = async (id: string, removed: boolean, version?: number): Promise<boolean> => {
    const reply = await run({ id, removed, version });
    if (!reply) return false;
    snackbar(removed ? '已删去' : '已恢复', { undo: () => void send(id, !removed, reply.duty.version) });
    return true;
  };
  return { setRemoved: send, pending };
}
