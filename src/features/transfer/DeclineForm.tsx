import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Transfer } from '@contract/domains/transfer/actions';
import { transferAnswerField } from '@contract/domains/transfer/fields';
import { cleanText } from '@contract/text';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { Button } from '@/shared/ui/Button/Button';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useAnswer } from './useAnswer';
import './OrgTransfers.scss';

/** Why somebody is not taken: he reads it. */
export function DeclineForm({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const [text, setText] = useState('');
  const { answer, pending, error } = useAnswer(onClose);
  const name = transfer.person?.name ?? '';
  const said = cleanText(text);
  const checks = useChecks({ values: { text }, errors: said === '' ? { text: '请说一句原因' } : {}, error });
  return (
    <View className="org-transfers__decline">
      <FormFrame
        checks={checks}
        inline
        send="答复"
        onSend={() => answer(transfer, false, said)}
        error={error}
        pending={pending}
      >
        <TextField
          label={`不同意${name}转入，因为`}
          name="text"
          max={transferAnswerField.max}
          placeholder="比如：您的关系应转到文学院支部，请重新选"
          value={text}
          onChange={setText}
          hint={`${name}会看到`}
        />
      </FormFrame>
      <Button kind="text" onClick={onClose}>
        先不答复
      </Button>
    </View>
  );
}
