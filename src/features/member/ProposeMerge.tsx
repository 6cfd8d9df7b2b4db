import { useState } from 'react';
import { Text } from '@tarojs/components';
import { mergeReasonField } from '@contract/domains/member/fields';
import { memberActions } from '@contract/domains/member/actions';
import { cleanText } from '@contract/text';
import type { PickedMember } from '@/routes/member';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { useField } from '@/shared/form/useField';
import { back } from '@/shared/nav';
import { usePick } from '@/shared/pick';
import { Button } from '@/shared/ui/Button/Button';
import { Field } from '@/shared/ui/Field/Field';
import { Row } from '@/shared/ui/Row/Row';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useHere } from '@/shared/useHere';

/** The record that stays, picked among the members. */
function IntoField({ into, onPick }: { into: PickedMember | null; onPick: () => void }) {
  const field = useField('intoId');
  return (
    <Field id={field.id} label="新账号" role="group" error={field.error} hint="本人用新微信加入支部后的那个">
      {into !== null && <Row title={into.name} context={into.orgName} />}
      <Button kind="quiet" onClick={onPick}>
        {into === null ? '选新账号' : '换一个'}
      </Button>
    </Field>
  );
}

/** Which record stays, and why they are one person; the person himself decides. */
export function ProposeMerge({ id, name }: { id: string; name: string }) {
  const [into, setInto] = useState<PickedMember | null>(null);
  const [reason, setReason] = useState('');
  const pick = usePick('memberPick', setInto);
  const here = useHere();
  const stop = useCommandCall('member.mergeStop', { onFail: ({ message }) => snackbar(message) });
  const propose = useCommandCall('member.mergePropose', {
    onDone: ({ merge }) => {
      snackbar('已提出，等本人在新账号上确认', { undo: () => void stop.run({ id: merge.id }) });
      if (here()) back();
    },
  });
  const input = { id, intoId: into?.id ?? '', reason: cleanText(reason) };
  const checks = useChecks({
    values: input,
    errors: problemsOf(memberActions['member.mergePropose'].input, input, {
      order: ['intoId', 'reason'],
      blank: { intoId: '请选新账号' },
    }),
    error: propose.error,
  });
  return (
    <FormFrame
      checks={checks}
      send="请本人确认"
      onSend={() => void propose.run(input)}
      error={propose.error}
      pending={propose.pending}
    >
      <Text className="sx-form__lead">
        {`旧账号：${name}。由本人在新账号的“我的”里确认。旧账号还有人在用，要在旧账号上也同意；七天没有人用，由上级核实、同意后才开始。两个账号的姓名要一样，职责不会自动带过去。`}
      </Text>
      <IntoField into={into} onPick={() => pick()} />
      <TextField
        label="情况"
        name="reason"
        max={mergeReasonField.max}
        placeholder="比如：换了手机，微信重新注册了"
        value={reason}
        onChange={setReason}
        hint="本人会看到"
      />
    </FormFrame>
  );
}
