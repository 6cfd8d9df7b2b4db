import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { MemberDetail } from '@contract/domains/member/actions';
import { Button } from '@/shared/ui/Button/Button';
import { Section } from '@/shared/ui/Section/Section';
import { DisableForm } from './DisableForm';
import { useStanding } from './useStanding';
import { disabledText } from './words';

/** Whether a member is disabled and why; and for who may, the way there and back. */
export function Standing({ member }: { member: MemberDetail }) {
  const { restore, pending } = useStanding();
  const [open, setOpen] = useState(false);
  const { disabled, mayManage } = member;
  if (disabled === null && !mayManage) return null;
  return (
    <Section title={disabled === null ? '账号' : disabledText(member)}>
      {disabled !== null && (
        <Text className="sx-member__why">{disabled.reason === null ? '没有写原因。' : `原因：${disabled.reason}`}</Text>
      )}
      {mayManage && disabled?.reason && (
        <View>
          <Button loading={pending} onClick={() => restore(member.id, disabled)}>
            恢复使用
          </Button>
        </View>
      )}
      {mayManage && disabled === null && !open && (
        <View>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            停用
          </Button>
        </View>
      )}
      {mayManage && disabled === null && open && <DisableForm id={member.id} onClose={() => setOpen(false)} />}
    </Section>
  );
}
