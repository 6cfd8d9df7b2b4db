import { View } from '@tarojs/components';
import { useWho } from '@backend/identity';
import { useOnline } from '@/shared/call/online';
import { isKnownMember } from '@/shared/session/session';
import { useStorage } from '@/shared/storage';

/** That the network is away, and what works all the same; for somebody who has not joined, that is nothing. */
export function Offline() {
  const online = useOnline((state) => state.online);
  const unsent = useStorage((state) => state.unsent);
  const who = useWho();
  // Where a tap could not be kept, the notice of that is the one that is true.
  if (online || unsent) return null;
  return (
    <View className="sx-page__offline" ariaRole="status">
      {isKnownMember(who)
        ? '现在离线。今日、书架、活动和最近看过的还能看，记一笔会先存在手机里。'
        : '现在离线，连上网络后再继续。'}
    </View>
  );
}
