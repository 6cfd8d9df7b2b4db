import { useState } from 'react';
import { View } from '@tarojs/components';
import { addDays, dayOf, startOfDay, type Day } from '@contract/day';
import { DELEGATION_DAYS } from '@contract/domains/role/constants';
import type { GrantView } from '@contract/domains/role/views';
import { roleNames } from '@contract/roles';
import type { PickedMember } from '@/routes/member';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { MemberField } from '@/shared/member/MemberField';
import { Section } from '@/shared/ui/Section/Section';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TermDay } from './TermFields';
import { endOf } from './words';
import './role.scss';

/** Has somebody stand in for me for a time. */
export function DelegateForm({ grant, onDone }: { grant: GrantView; onDone: () => void }) {
  const today = dayOf(serverNow());
  const [member, setMember] = useState<PickedMember | null>(null);
  const [from, setFrom] = useState<Day | null>(null);
  const [until, setUntil] = useState<Day>(addDays(today, 6));
  const end = useCommandCall('role.layDown', { onFail: (error) => snackbar(error.message) });
  const delegate = useCommandCall('role.delegate', {
    onDone: ({ term }) => {
      const undo = () => void end.run({ memberId: term.member.id, id: term.id });
      snackbar(term.state === 'proposed' ? '已提出，待另一位管理员同意' : `由${term.member.name}代理`, { undo });
      onDone();
    },
  });
  const checks = useChecks({
    values: { memberId: member?.id ?? '' },
    errors: member === null ? { memberId: '请选择代理人' } : {},
    error: delegate.error,
  });
  const send = () =>
    void delegate.run({
      ...{ id: grant.id, memberId: member?.id ?? '' },
      ...{ from: from === null ? serverNow() : startOfDay(from), until: endOf(until) },
    });
  const week = (count: number, label: string) => ({ value: addDays(from ?? today, count - 1), label });
  return (
    <Section title={`请人代理${roleNames[grant.role]}`} more={{ label: '收起', onClick: onDone }}>
      <View className="role-form">
        <FormFrame
          checks={checks}
          inline
          send="请对方代理"
          onSend={send}
          error={delegate.error}
          pending={delegate.pending}
          note="代理人能做您能做的事，但不能再授予职责，也不能转请别人。"
        >
          <MemberField
            label="代理人"
            name="memberId"
            org={grant.org}
            ownRole={grant.id}
            value={member}
            onChange={setMember}
          />
          <TermDay
            label="从哪天起"
            name="from"
            likely={[{ value: null, label: '现在' }]}
            value={from}
            onChange={setFrom}
          />
          <TermDay
            label="到哪天为止（含当天）"
            name="until"
            likely={[week(7, '一周'), week(14, '两周'), week(30, '三十天')]}
            value={until}
            onChange={(day) => day !== null && setUntil(day)}
            hint={`最长 ${DELEGATION_DAYS} 天，到期自动结束`}
          />
        </FormFrame>
      </View>
    </Section>
  );
}
