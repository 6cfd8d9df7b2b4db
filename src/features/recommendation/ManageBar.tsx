import { Text, View } from '@tarojs/components';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { stateText } from './states';
import { useWithdraw } from './useWithdraw';
import './ManageBar.scss';

/** For its writer only: the state, and what can be done about it. */
export function ManageBar({ recommendation }: { recommendation: RecommendationDetail }) {
  const { setWithdrawn, pending } = useWithdraw();
  const withdrawn = recommendation.state === 'withdrawn';
  return (
    <View className="sx-manage">
      <Text className="sx-manage__state">{stateText(recommendation)}</Text>
      <Button kind="text" onClick={() => go('recommend', { id: recommendation.id })}>
        修改
      </Button>
      <Button kind="text" loading={pending} onClick={() => setWithdrawn(recommendation, !withdrawn)}>
        {withdrawn ? '恢复' : '撤回'}
      </Button>
    </View>
  );
}
