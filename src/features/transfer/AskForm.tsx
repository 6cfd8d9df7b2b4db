import { useState } from 'react';
import { Text } from '@tarojs/components';
import { transferActions, type Place } from '@contract/domains/transfer/actions';
import { transferReasonField } from '@contract/domains/transfer/fields';
import type { Session } from '@contract/domains/me/actions';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { back } from '@/shared/nav';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { PlaceField } from './PlaceField';

/** To belong to one more, instead of going from any. */
const MORE = 'more';

/** Where to, and one sentence for those who decide there. */
export function AskForm({ session, fromId }: { session: Session; fromId: string | undefined }) {
  const { orgs } = session;
  const [from, setFrom] = useState(orgs.some(({ id }) => id === fromId) ? (fromId ?? MORE) : MORE);
  const [to, setTo] = useState<Place | null>(null);
  const [reason, setReason] = useState('');
  const joins = from === MORE;
  const ask = useCommandCall('transfer.ask', {
    onDone: () => {
      snackbar(`已提交，对方同意后就${joins ? '加入' : '转'}`);
      back();
    },
  });
  const input = { fromId: joins ? null : from, toId: to?.id ?? '', reason: cleanText(reason) };
  const checks = useChecks({
    values: { ...input, toId: to?.id },
    errors: problemsOf(transferActions['transfer.ask'].input, input, {
      order: ['toId', 'reason'],
      blank: { toId: '请选一个去处' },
    }),
    error: ask.error,
  });
  return (
    <FormFrame
      checks={checks}
      send="提交申请"
      onSend={() => void ask.run(input)}
      error={ask.error}
      pending={ask.pending}
    >
      {orgs.length > 0 && (
        <ChoiceField
          label="从哪里转走"
          options={[
            ...orgs.map(({ id, name }) => ({ value: id, label: name })),
            { value: MORE, label: '都不离开，再加入一个' },
          ]}
          value={from}
          onChange={setFrom}
        />
      )}
      <PlaceField
        label={joins ? '加入哪里' : '转到'}
        name="toId"
        value={to}
        onChange={setTo}
        hint="名称、拼音、首字母或编号都行"
      />
      <TextField
        label="一句话说明（可不填）"
        name="reason"
        max={transferReasonField.max}
        placeholder={joins ? '比如：在城南兼职，也想参加那边的活动' : '比如：工作调到城南，想转到那边的支部'}
        value={reason}
        onChange={setReason}
        hint="对方的书记看得到"
      />
      <Text className="sx-form__note">
        对方答复前什么都不变，三十天没有答复就自动作废。
        {joins ? '加入后，原来的组织不变，只多一个。' : '转走后，阅读记录、报名都跟着您；在原组织的职责同时结束。'}
      </Text>
    </FormFrame>
  );
}
