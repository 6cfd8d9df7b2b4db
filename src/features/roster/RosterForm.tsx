import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Roster } from '@contract/domains/roster/actions';
import { rosterQuestions, type RosterQuestion } from '@contract/domains/roster/constants';
import { config } from '@contract/config';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Field } from '@/shared/ui/Field/Field';
import { FormError } from '@/shared/ui/FormError/FormError';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { Tick } from '@/shared/ui/Tick/Tick';
import { ComparisonView } from './ComparisonView';
import { useComparison } from './useComparison';
import { dayOptions, questionOptions } from './words';

/** Far more than a roster has; the server says how much it takes. */
const TEXT_MAX = 20_000;
const first = {
  text: '',
  question: rosterQuestions[0] as RosterQuestion,
  direct: false,
  days: String(config.roster.days),
};

/** How a new roster is kept; of one that is there this stands on its card. */
function Plan({ draft, onChange }: { draft: typeof first; onChange: (patch: Partial<typeof first>) => void }) {
  return (
    <>
      <ChoiceField
        label="两个人同名时问"
        hint="同名的人，每行在第二列写上回答；不同名的不用写。"
        options={questionOptions}
        value={draft.question}
        onChange={(question) => onChange({ question })}
      />
      <Field id="roster-days" label="保留" role="radiogroup">
        <Chips options={dayOptions} value={draft.days} onChange={(days) => onChange({ days })} />
      </Field>
      <Tick label="名单上的人直接加入" name="direct" on={draft.direct} onChange={(direct) => onChange({ direct })} />
      <Text className="sx-form__note">
        只对“每个人都要我同意”的邀请有用。知道邀请码又知道同事姓名的人也能这样进来；不放心就不选。
      </Text>
    </>
  );
}

/** A list comes in: pasted or as a file, compared first, and stored as nothing but marks. `roster`: what is there. */
export function RosterForm({ orgId, roster }: { orgId: string; roster: Roster | null }) {
  const [draft, setDraft] = useState(first);
  const isNew = roster === null || roster.clearedUntil !== null;
  const { checked, pending, error, ...comparison } = useComparison(orgId, draft.question);
  const change = (patch: Partial<typeof first>) => {
    setDraft((old) => ({ ...old, ...patch }));
    if ('text' in patch || 'question' in patch) comparison.forget();
  };
  const add = useCommandCall('roster.import', {
    onDone: () => {
      setDraft(first);
      comparison.forget();
      snackbar('导入了。名字已换成编号，不再显示');
    },
  });
  const { question, direct } = draft;
  const added = checked?.comparison.added ?? 0;
  return (
    <View className="sx-form sx-form--inline">
      <TextField
        label={isNew ? '贴上名单' : '再加一些名字'}
        multiline
        max={TEXT_MAX}
        placeholder="一行一个名字"
        hint="可以直接从表格里复制；名字只用来核对，不会留下。"
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      {isNew && <Plan draft={draft} onChange={change} />}
      {checked && <ComparisonView checked={checked} />}
      <FormError error={error ?? add.error} />
      <View className="roster__acts">
        {added > 0 && checked !== null ? (
          <Button
            loading={add.pending}
            onClick={() => void add.run({ orgId, list: checked.list, question, direct, days: Number(draft.days) })}
          >
            {`导入 ${added} 个名字`}
          </Button>
        ) : (
          <Button
            loading={pending}
            disabled={draft.text.trim() === ''}
            onClick={() => comparison.compareText(draft.text)}
          >
            核对名单
          </Button>
        )}
        <Button kind="quiet" loading={pending} onClick={comparison.compareFile}>
          选择文件
        </Button>
      </View>
      <Text className="sx-form__note">文件是 .xlsx 或 .csv，第一行写“姓名”，最大 44 KB，够两千个名字。</Text>
    </View>
  );
}
