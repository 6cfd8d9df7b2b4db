import { useState } from 'react';
import { View } from '@tarojs/components';
import { addDays, dayOf, startOfDay } from '@contract/day';
import { memberActions } from '@contract/domains/member/actions';
import { disableReasonField } from '@contract/domains/member/fields';
import { cleanText } from '@contract/text';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';

const ends = [
  { value: '7', label: '一周' },
  { value: '30', label: '30 天' },
  { value: '180', label: '半年' },
  { value: '', label: '直到有人恢复' },
];

/** The first instant of the day after so many days, in Shanghai; null without an end. */
const endOf = (days: string): number | null =>
  days === '' ? null : startOfDay(addDays(dayOf(serverNow()), Number(days) + 1));

/** Why and until when somebody is disabled; what he reads when he opens the program. */
export function DisableForm({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [days, setDays] = useState('30');
  const restore = useCommandCall('member.restore', { onFail: ({ message }) => snackbar(message) });
  const disable = useCommandCall('member.disable', {
    onDone: () => {
      onClose();
      snackbar('已停用，记录都留着', { undo: () => void restore.run({ id }) });
    },
  });
  const input = { id, reason: cleanText(reason), until: endOf(days) };
  const checks = useChecks({
    values: { reason, until: days },
    errors: problemsOf(memberActions['member.disable'].input, input, { order: ['reason', 'until'] }),
    error: disable.error,
  });
  return (
    <View className="sx-member__form">
      <FormFrame
        checks={checks}
        inline
        send="停用"
        onSend={() => void disable.run(input)}
        error={disable.error}
        pending={disable.pending}
      >
        <TextField
          label="原因"
          name="reason"
          max={disableReasonField.max}
          placeholder="比如：借调到外地，暂不参加"
          value={reason}
          onChange={setReason}
          hint="本人打开小程序时会看到"
        />
        <ChoiceField label="停用多久" name="until" options={ends} value={days} onChange={setDays} hint="到期自动恢复" />
      </FormFrame>
      <Button kind="text" onClick={onClose}>
        不停用了
      </Button>
    </View>
  );
}
