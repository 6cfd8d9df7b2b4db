import { View } from '@tarojs/components';
import { dayOf } from '@contract/day';
import type { ManagedDuty } from '@contract/domains/duty/actions';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { back, replace } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { orderAbove, peersOf } from './order';
import { useRemove } from './useRemove';
import './DutyActs.scss';

interface Props {
  duty: ManagedDuty;
  /** Ends the term today. */
  onEnd: () => void;
}

/** What can be done about a duty besides changing its words, each with a way back. */
export function DutyActs({ duty, onEnd }: Props) {
  const today = dayOf(serverNow());
  const { setRemoved, pending } = useRemove();
  const here = useHere();
  const board = useQueryCall('duty.board', { orgId: duty.orgId });
  const place = useCommandCall('duty.place', { onFail: ({ message }) => snackbar(message) });
  const above = board.data && orderAbove(peersOf(board.data, duty.id), duty.id);

  const moveUp = async (order: number): Promise<void> => {
    const was = duty.order;
    if (!(await place.run({ id: duty.id, order }))) return;
    snackbar('已往前移一位', { undo: () => void place.run({ id: duty.id, order: was }) });
  };
  const remove = async (): Promise<void> => {
    if ((await setRemoved(duty.id, true)) && here()) back();
  };
  const running = duty.until === null || duty.until > today;
  return (
    <View className="duty-acts">
      {duty.standsInFor === null && running && (
        <Button kind="text" onClick={() => replace('dutyEdit', { of: duty.id })}>
          指定代理
        </Button>
      )}
      {running && duty.from <= today && (
        <Button kind="text" onClick={onEnd}>
          今天卸任
        </Button>
      )}
      {above !== undefined && (
        <Button kind="text" loading={place.pending} onClick={() => void moveUp(above)}>
          往前移一位
        </Button>
      )}
      <Button kind="text" loading={pending} onClick={() => void remove()}>
        写错了，删去
      </Button>
    </View>
  );
}
