import { Text, View } from '@tarojs/components';
import type { Merge } from '@contract/domains/member/mergeActions';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { judgedText, mergeText, mergeTitle } from './mergeWords';

const stops: readonly Merge['state'][] = ['code', 'asked', 'waiting', 'review'];

/** What agreeing and not agreeing are called, by what the person is to the merge. */
const answers: Record<Merge['side'], readonly [string, string]> = {
  from: ['是我的意思，同意', '不是我的意思'],
  to: ['是我的，合并', '不是我的'],
  by: ['同意', '不同意'],
  above: ['已核实是同一人，同意', '不同意'],
};

/** One merge that concerns the person: how it stands, and what he can do about it. */
export function MergeCard({ merge }: { merge: Merge }) {
  const onFail = ({ message }: { message: string }) => snackbar(message);
  const onDone = () => snackbar('已答复');
  const answer = useCommandCall('member.mergeAnswer', { onFail, onDone });
  const review = useCommandCall('member.mergeReview', { onFail, onDone });
  const stop = useCommandCall('member.mergeStop', { onFail, onDone: () => snackbar('已停下，两个账号都没有动') });
  const { id, state, side, reason, code, mayAgree, judgedBy } = merge;
  const { run, pending } = side === 'above' ? review : answer;
  const [yes, no] = answers[side];
  return (
    <Card>
      <Text className="sx-merge__title">{mergeTitle(merge)}</Text>
      {code !== null && <Text className="sx-merge__code">{code}</Text>}
      {reason !== '' && <Text className="sx-merge__line">{`情况：${reason}`}</Text>}
      {judgedBy !== null && <Text className="sx-merge__line">{judgedText(judgedBy)}</Text>}
      <Text className="sx-merge__line">{mergeText(merge)}</Text>
      <View className="sx-merge__acts">
        {mayAgree && (
          <Button loading={pending} onClick={() => void run({ id, agree: true })}>
            {yes}
          </Button>
        )}
        {mayAgree && (
          <Button kind="text" onClick={() => void run({ id, agree: false })}>
            {no}
          </Button>
        )}
        {!mayAgree && stops.includes(state) && (
          <Button kind="text" loading={stop.pending} onClick={() => void stop.run({ id })}>
            {side === 'from' ? '我不同意，停下' : '撤回'}
          </Button>
        )}
      </View>
    </Card>
  );
}
