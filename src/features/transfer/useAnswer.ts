import type { Transfer } from '@contract/domains/transfer/actions';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/** Answers a request, with a way back for a day; takes back what was proposed. */
export function useAnswer(onDone: () => void = () => undefined) {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const answering = useCommandCall('transfer.answer', { onFail });
  const undoing = useCommandCall('transfer.undo', { onFail, onDone: () => snackbar('已撤销，又在等您答复') });
  const takingBack = useCommandCall('transfer.undo', { onFail, onDone: () => snackbar('已撤回，什么都没有变') });

  const answer = async ({ id, person }: Transfer, accept: boolean, text: string): Promise<void> => {
    if (!(await answering.run({ id, accept, text }))) return;
    onDone();
    const name = person?.name ?? '';
    snackbar(accept ? `${name}已转入` : `已答复${name}`, { undo: () => void undoing.run({ id }) });
  };
  return {
    answer: (transfer: Transfer, accept: boolean, text = '') => void answer(transfer, accept, text),
    undo: ({ id }: Transfer) => void undoing.run({ id }),
    /** Of a proposal of one's own side that nobody has answered. */
    takeBack: ({ id }: Transfer) => void takingBack.run({ id }),
    pending: answering.pending || undoing.pending || takingBack.pending,
    error: answering.error,
  };
}
