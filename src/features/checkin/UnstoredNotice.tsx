import { View } from '@tarojs/components';
import { useWho } from '@/shared/backend/local/identity';
import { useOutbox, useStored } from '@/shared/outbox/outbox';
import './UnstoredNotice.scss';

/** The phone has no room for what is waiting: it is sent all the same, and only closing the app would lose it. */
export function UnstoredNotice() {
  const who = useWho();
  const stored = useStored((state) => state.stored);
  const waiting = useOutbox((state) => state.waiting.some((entry) => entry.who === who));
  if (stored || !waiting) return null;
  return (
    <View className="unstored" ariaRole="status">
      手机存储满了，刚记的还没存到手机上。连上网就会发出，发出之前请先别关闭；清出一些空间也可以。
    </View>
  );
}
