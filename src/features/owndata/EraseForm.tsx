import { useState } from 'react';
import { Text } from '@tarojs/components';
import { owndataActions } from '@contract/domains/owndata/actions';
import { ERASE_WORD, GRACE_DAYS } from '@contract/domains/owndata/constants';
import { inventory } from '@contract/shared/inventory/constants';
import { useCommandCall } from '@/shared/call/command';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { go } from '@/shared/nav';
import { Section } from '@/shared/ui/Section/Section';
import { TextField } from '@/shared/ui/TextField/TextField';
import { FoldedLines } from './FoldedLines';
import { fatesOf, type Fate } from './words';
import './OwnData.scss';

const sections: readonly { fate: Fate; title: string; lead: string }[] = [
  { fate: 'nothing', title: '会删除', lead: '连同上传的图片和文件，删了找不回来。' },
  { fate: 'some', title: '会留下，去掉您', lead: '属于组织的，去掉您的名字或编号后保留，总数不变。' },
  { fate: 'all', title: '会留下', lead: '只有内部编号，注销后不再指向任何人；正式记录按写明的期限保留。' },
];

/** What goes and what stays, in plain words, and then the asking. */
export function EraseForm({ counts }: { counts: Readonly<Record<string, number>> | null }) {
  const [confirm, setConfirm] = useState('');
  const { run, error, pending } = useCommandCall('owndata.erase', { onDone: () => go('me') });
  const checks = useChecks({
    values: { confirm },
    errors: problemsOf(
      owndataActions['owndata.erase'].input,
      { confirm },
      {
        order: ['confirm'],
        blank: { confirm: `请填“${ERASE_WORD}”两个字` },
      },
    ),
    error,
  });
  return (
    <FormFrame
      checks={checks}
      send="申请注销"
      onSend={() => void run({ confirm: ERASE_WORD })}
      error={error}
      pending={pending}
    >
      <Text className="sx-form__lead">
        {`申请后您立即变为已停用；${GRACE_DAYS} 天内随时打开“我的”就能撤销，过后才删除。想留一份，请先导出。`}
      </Text>
      {sections.map(({ fate, title, lead }) => {
        const lines = fatesOf(inventory, counts, fate);
        return (
          lines.length > 0 && (
            <Section key={fate} title={title}>
              <Text className="owndata__says">{lead}</Text>
              <FoldedLines lines={lines} />
            </Section>
          )
        );
      })}
      <TextField
        label={`想好了，请填“${ERASE_WORD}”`}
        name="confirm"
        max={4}
        placeholder={ERASE_WORD}
        value={confirm}
        onChange={setConfirm}
      />
    </FormFrame>
  );
}
