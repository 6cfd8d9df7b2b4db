import { Text, View } from '@tarojs/components';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { MergeCard } from './MergeCard';
import { MergeGive } from './MergeGive';
import './MergeOwn.scss';

/** Merging one's own two records: begun on the new phone, agreed to on the old one, or proposed by a secretary. */
export function MergeOwn() {
  const query = useQueryCall('member.merges', {});
  const make = useCommandCall('member.mergeCode', { onFail: ({ message }) => snackbar(message) });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="card" count={2} />}>
      {({ merges }) => (
        <View className="sx-merge">
          {merges.map((merge) => (
            <MergeCard key={merge.id} merge={merge} />
          ))}
          <Section title="这是新账号">
            <Text className="sx-merge__lead">
              换了手机或微信，把旧账号的打卡、书架、心得和报名都带过来。旧微信登不上了，请支部书记来办。
            </Text>
            <Button kind="quiet" loading={make.pending} onClick={() => void make.run({})}>
              生成合并码
            </Button>
          </Section>
          <Section title="这是旧账号">
            <MergeGive />
          </Section>
        </View>
      )}
    </QueryView>
  );
}
