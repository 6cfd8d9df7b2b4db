import { roleNames } from '@contract/roles';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Takes a role back; the snackbar gives it again, from now on and until the same day. */
export function useEnd(): { end: (held: { memberId: string; id: string }) => Promise<void>; pending: boolean } {
  const again = useCommandCall('role.grant', {
    onDone: () => snackbar('已恢复'),
    onFail: (error) => snackbar(error.message),
  });
  const { run, pending } = useCommandCall('role.end', { onFail: (error) => snackbar(error.message) });
  const end = async (held: { memberId: string; id: string }): Promise<void> => {
    const reply = await run(held);
    if (!reply) return;
    const { member, role, org, until, of } = reply.term;
    const whom = { orgId: org.id, memberId: member.id, role, from: null, until };
    // Who stood in for somebody was asked by him, and is again only by him.
    const undo = of === null ? { undo: () => void again.run(whom) } : {};
    snackbar(`已收回${member.name}的${roleNames[role]}`, undo);
  };
  return { end, pending };
}
