import Taro from '@tarojs/taro';
import type { EventDetail } from '@contract/domains/event/actions';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';

/**
 * Gives a place back. There is no undo: the place goes to the next person at once, so the person is asked before and
 * told what it means.
 */
export function useCancelSignup(event: EventDetail): { cancel: () => void; pending: boolean } {
  const waiting = event.mine.state === 'waiting';
  const { run, pending } = useCommandCall('event.cancelSignup', {
    onDone: () => snackbar(waiting ? '已退出候补' : '已取消报名'),
    onFail: (error) => snackbar(error.message),
  });

  const ask = async (): Promise<void> => {
    const { confirm } = await Taro.showModal({
      title: waiting ? '退出候补？' : '取消报名？',
      content: waiting
        ? '退出后再报名，要从候补的最后一位排起。'
        : '席位会立刻让给候补的下一位。之后再报名，要从最后一位排起。',
      confirmText: waiting ? '退出' : '取消报名',
      cancelText: '保留',
    });
    if (confirm) await run({ id: event.id });
  };
  return { cancel: () => void ask(), pending };
}
