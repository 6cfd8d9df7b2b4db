import { Text, View } from '@tarojs/components';
import type { Transfer } from '@contract/domains/transfer/actions';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { SettleForm } from './SettleForm';
import { meaningText, standText, wayText } from './words';
import './MyTransfer.scss';

const onFail = ({ message }: { message: string }) => snackbar(message);

/** Withdraws one's request, with a way back for a day. */
function useWithdraw() {
  const { run, pending } = useCommandCall('transfer.withdraw', { onFail });
  const send = async (id: string, withdrawn: boolean): Promise<void> => {
    if (!(await run({ id, withdrawn }))) return;
    snackbar(withdrawn ? '已撤回，什么都没有变' : '又在等对方答复', { undo: () => void send(id, !withdrawn) });
  };
  return { withdraw: (id: string, withdrawn: boolean) => void send(id, withdrawn), pending };
}

/** States of a graduation in which the person may still say where he goes. */
const settles = ({ kind, state, to }: Transfer): boolean =>
  kind === 'graduation' &&
  (['open', 'declined', 'withdrawn', 'expired'].includes(state) || (state === 'done' && to === null));

/** One movement of mine: where it stands, what that means, and what I can do. */
export function MyTransfer({ transfer }: { transfer: Transfer }) {
  const { id, kind, state, reason, answer, undoUntil, settled } = transfer;
  const { withdraw, pending } = useWithdraw();
  const rejoin = useCommandCall('transfer.rejoin', { onFail, onDone: () => snackbar('已撤销，还是原来的组织') });
  const seen = useCommandCall('transfer.seen', { onFail, onDone: () => snackbar('知道了') });
  const meaning = meaningText(transfer);
  const asksTo = kind === 'graduation' && !settled && (state === 'open' || state === 'done');
  return (
    <Card>
      <Text className="my-transfer__way">{wayText(transfer)}</Text>
      <Text className="my-transfer__stand">{standText(transfer)}</Text>
      {reason !== '' && <Text className="my-transfer__said">{`说明：${reason}`}</Text>}
      {answer !== null && <Text className="my-transfer__said">{`答复：${answer}`}</Text>}
      {meaning !== '' && <Text className="my-transfer__meaning">{meaning}</Text>}
      {asksTo && !settles(transfer) && <SettleForm transfer={transfer} fixed />}
      {settles(transfer) && <SettleForm transfer={transfer} />}
      <View className="my-transfer__ways">
        {state === 'open' && kind === 'transfer' && (
          <Button kind="text" disabled={pending} onClick={() => withdraw(id, true)}>
            撤回
          </Button>
        )}
        {undoUntil !== null && state === 'withdrawn' && kind === 'transfer' && (
          <Button kind="text" disabled={pending} onClick={() => withdraw(id, false)}>
            撤销撤回
          </Button>
        )}
        {undoUntil !== null && kind === 'leave' && state === 'done' && (
          <Button kind="text" disabled={rejoin.pending} onClick={() => void rejoin.run({ id })}>
            撤销离开
          </Button>
        )}
        {kind === 'transfer' && ['done', 'declined', 'expired', 'void'].includes(state) && (
          <Button kind="text" disabled={seen.pending} onClick={() => void seen.run({ id })}>
            知道了
          </Button>
        )}
      </View>
    </Card>
  );
}
