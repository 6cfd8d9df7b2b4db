import { Text, View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { asInput, howText, type Group } from './groups';

interface Props {
  orgId: string;
  groups: readonly Group[];
  onRemove: (group: Group) => void;
}

/** Before it is done: how many go where and how, and what ends with it. */
export function GraduationList({ orgId, groups, onRemove }: Props) {
  const { data } = useQueryCall('transfer.preview', { orgId, groups: asInput(groups) });
  return (
    <Section title="名单">
      {groups.map((group, at) => {
        const seen = data?.groups[at];
        const name = group.to?.name ?? '暂无';
        return (
          <Row
            key={group.to?.id ?? ''}
            title={`${name} · ${group.people.length} 人`}
            context={seen && howText(seen.how)}
            state={
              <Button kind="text" label={`${name}的人移出名单`} onClick={() => onRemove(group)}>
                移出
              </Button>
            }
          />
        );
      })}
      <View className="graduate__notes">
        {data && data.leftOut > 0 && (
          <Text className="graduate__note">{`${data.leftOut} 人已不在这里、已停用，或在这里的职责不由您收回，不会转出。`}</Text>
        )}
        {data && data.roles > 0 && (
          <Text className="graduate__note">{`${data.roles} 人在这里有职责，转出后同时结束。`}</Text>
        )}
        <Text className="graduate__note">
          每个人会在“我的”里看到，可以改去向；阅读记录、报名都跟着本人。一天之内可以整批撤销，已自己改过的人不动。
        </Text>
      </View>
    </Section>
  );
}
