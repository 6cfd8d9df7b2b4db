import { Text, View } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { roleNames } from '@contract/roles';
import './InvitedTo.scss';

/** Which org a code leads to, before anything is sent. */
export function InvitedTo({ invited }: { invited: ActionOutput<'invitation.preview'> }) {
  const { orgName, approval, role, inside } = invited;
  const what = role === null ? '您将加入' : `请您担任${roleNames[role]}`;
  return (
    <View className="invited-to">
      <Text className="invited-to__what">{inside ? '您已经在' : what}</Text>
      <Text className="invited-to__org">{orgName}</Text>
      {approval && !inside && <Text className="invited-to__what">支部同意后才能进入，最多等 14 天。</Text>}
    </View>
  );
}
