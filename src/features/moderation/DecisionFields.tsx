import { View } from '@tarojs/components';
import { decisionReasonNames, decisionReasons } from '@contract/domains/moderation/constants';
import { wordsField } from '@contract/domains/moderation/fields';
import { FormContext } from '@/shared/form/scope';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { TextField } from '@/shared/ui/TextField/TextField';
import type { useDecision } from './useDecision';

const verdicts = [
  { value: 'visible', label: '通过' },
  { value: 'rejected', label: '不通过' },
] as const;
const reasons = decisionReasons.map((value) => ({ value, label: decisionReasonNames[value] }));

/** What is decided, and why, as the author will read it. */
export function DecisionFields({ decision }: { decision: ReturnType<typeof useDecision> }) {
  const { verdict, reason, words, checks } = decision;
  return (
    <FormContext.Provider value={checks.scope}>
      <View className="sx-case__form">
        <ChoiceField label="决定" name="verdict" options={verdicts} value={verdict} onChange={decision.setVerdict} />
        {verdict === 'rejected' && (
          <>
            <ChoiceField
              label="理由"
              name="reason"
              options={reasons}
              value={reason}
              onChange={decision.setReason}
              hint="作者看得到，可以申诉一次"
            />
            <TextField
              label={reason === 'other' ? '写明理由' : '补充一句（可不填）'}
              name="words"
              multiline
              max={wordsField.max}
              placeholder="比如：去掉最后的手机号就可以"
              value={words}
              onChange={decision.setWords}
            />
          </>
        )}
      </View>
    </FormContext.Provider>
  );
}
