import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { decisionReasonNames, reportReasons, type DecisionReason } from '@contract/domains/moderation/constants';
import { wordsField } from '@contract/domains/moderation/fields';
import { cleanText } from '@contract/text';
import type { ActionInput } from '@contract/registry';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { FormError } from '@/shared/ui/FormError/FormError';
import { TextField } from '@/shared/ui/TextField/TextField';
import './moderation.scss';

const options = reportReasons.map((value) => ({ value, label: decisionReasonNames[value] }));

type Thing = Pick<ActionInput<'moderation.report'>, 'kind' | 'thing'>;

/** 举报: at the foot of a page of others' words. A tap on a reason sends it; only 其他 wants words first. */
export function Report({ kind, thing }: Thing) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<DecisionReason | null>(null);
  const [words, setWords] = useState('');
  const [reported, setReported] = useState(false);
  const report = useCommandCall('moderation.report', { onDone: () => setReported(true) });
  const input = { kind, thing, reason: reason ?? 'other', words: cleanText(words, true) };
  const checks = useChecks({
    values: { words },
    // No schema: pages of the main package have this, too (ADR 30). The field itself says where there is too much.
    errors: input.words === '' ? { words: '请写一句哪里不合适' } : {},
    error: report.error,
  });
  const choose = (chosen: DecisionReason): void => {
    setReason(chosen);
    if (chosen !== 'other') void report.run({ ...input, reason: chosen, words: '' });
  };

  if (reported) {
    return (
      <View className="sx-report" ariaRole="status">
        <Text className="sx-report__said">已收到，审核员会来看。是谁举报的，只有审计员能看到。</Text>
      </View>
    );
  }
  return (
    <View className="sx-report">
      <Button kind="text" expanded={open} onClick={() => setOpen(!open)}>
        {open ? '不举报了' : '举报'}
      </Button>
      {open && (
        <View className="sx-report__form">
          <ChoiceField
            label="哪里不合适"
            options={options}
            value={reason}
            onChange={choose}
            hint="点一项就发出；作者和审核员都不知道是谁"
          />
          {reason === 'other' ? (
            <FormFrame
              checks={checks}
              inline
              send="发出"
              onSend={() => void report.run(input)}
              error={report.error}
              pending={report.pending}
            >
              <TextField
                label="说一句"
                name="words"
                multiline
                max={wordsField.max}
                placeholder="比如：照片里的孩子没有征得家长同意"
                value={words}
                onChange={setWords}
              />
            </FormFrame>
          ) : (
            <FormError error={report.error} />
          )}
        </View>
      )}
    </View>
  );
}
