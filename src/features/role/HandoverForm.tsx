import { useState } from 'react';
import { Text } from '@tarojs/components';
import { dayOf, startOfDay, type Day } from '@contract/day';
import type { HandoverPreview } from '@contract/domains/role/views';
import type { PickedMember } from '@/routes/member';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { dayText } from '@/shared/dayText';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { back } from '@/shared/nav';
import { MemberField } from '@/shared/member/MemberField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { Row } from '@/shared/ui/Row/Row';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { TermDay } from './TermFields';
import { endAfter, endOf, roleTitle, termNote } from './words';

/** 交接: everything at once to the successor; before it, what goes over and what is open. */
export function HandoverForm({ orgId, preview }: { orgId: string; preview: HandoverPreview }) {
  const { member, grants, open } = preview;
  const today = dayOf(serverNow());
  const [to, setTo] = useState<PickedMember | null>(null);
  const [at, setAt] = useState<Day | null>(null);
  const [until, setUntil] = useState<Day | null>(null);
  const here = useHere();
  const undo = useCommandCall('role.undoHandOver', {
    onDone: () => snackbar('交接已撤回'),
    onFail: (error) => snackbar(error.message),
  });
  const handOver = useCommandCall('role.handOver', {
    onDone: ({ handover }) => {
      const done = handover.waits ? '已提出，待另一位管理员同意' : `已交接给${to?.name ?? ''}，一天之内可以撤回`;
      snackbar(done, { undo: () => void undo.run({ id: handover.id }) });
      if (here()) back();
    },
  });
  const checks = useChecks({
    values: { toId: to?.id ?? '' },
    errors: to === null ? { toId: '请选择继任者' } : {},
    error: handOver.error,
  });
  const send = () =>
    void handOver.run({
      ...{ orgId, memberId: member.id, toId: to?.id ?? '' },
      ...{ at: at === null ? null : startOfDay(at), until: until === null ? null : endOf(until) },
    });
  const text = `${at === null ? '现在就交接' : `${dayText(at)}起交接`}，继任者${until === null ? '任期照旧' : `任至${dayText(until, '0000')}`}`;
  return (
    <FormFrame checks={checks} send="交接" onSend={send} error={handOver.error} pending={handOver.pending}>
      <Text className="sx-form__lead">{`${member.name}的这些职责一次交给继任者：`}</Text>
      {grants.map((grant) => (
        <Row key={grant.id} title={roleTitle(grant)} context={grant.org.name} state={termNote(grant) || undefined} />
      ))}
      {open.length > 0 && <Text className="sx-form__part">还没办完的，继任者接着办：</Text>}
      {open.map(({ title, count }) => (
        <Row key={title} title={title} state={`${count} 件`} />
      ))}
      <MemberField label="继任者" name="toId" ownRole={grants[0]?.id} value={to} onChange={setTo} />
      <Defaults text={text} names={['at', 'until']}>
        <TermDay label="从哪天起" name="at" likely={[{ value: null, label: '现在' }]} value={at} onChange={setAt} />
        <TermDay
          label="继任者到哪天为止（含当天）"
          name="until"
          likely={[
            { value: null, label: '照旧' },
            { value: endAfter(today, 3), label: '三年' },
            { value: endAfter(today, 5), label: '五年' },
          ]}
          value={until}
          onChange={setUntil}
        />
      </Defaults>
    </FormFrame>
  );
}
