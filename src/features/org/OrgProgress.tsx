import { View } from '@tarojs/components';
import { useUnderWay } from '@/shared/call/underWay';
import { useListCall } from '@/shared/call/query';
import { Progress } from '@/shared/ui/Progress/Progress';
import { changeTitles } from './changes';

/** What is still going on below an org after a change: names and places on events, lists, cards. */
export function OrgProgress({ orgId }: { orgId: string }) {
  const changes = useListCall('org.changes', { orgId });
  useUnderWay(changes, { goesOn: (items) => items.some(({ progress }) => progress), begunBy: 'org.move' });
  const going = changes.items.filter(({ progress }) => progress);
  if (going.length === 0) return null;
  return (
    <View className="org__progress">
      {going.map(({ id, kind, org, progress, undoneAt }) => (
        <Progress
          key={id}
          title={`${undoneAt === null ? '' : '撤销'}${changeTitles[kind]}：${org.name}`}
          done={progress?.done ?? 0}
          all={progress?.all ?? 0}
          unit="处"
          hint="权限已经按新的算。活动、荐书上的名称正在跟上，可以离开这一页。"
        />
      ))}
    </View>
  );
}
