import { moderationActions, type OwnCase } from '@contract/domains/moderation/actions';
import { appealField } from '@contract/domains/moderation/fields';
import { dayLabel, dayOf } from '@contract/day';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';

/** The author's one appeal, which somebody else looks at. */
export function AppealForm({ id, until }: { id: OwnCase['id']; until: number }) {
  const draft = useDraft(`appeal:${id}`, { text: '' });
  const { text } = draft.value;
  const input = { id, text: cleanText(text, true) };
  const appeal = useCommandCall('moderation.appeal', {
    intention: draft.intention,
    onDone: () => {
      draft.discard();
      snackbar('申诉已提交，另一位审核员会来看');
    },
  });
  const checks = useChecks({
    values: { text },
    errors: problemsOf(moderationActions['moderation.appeal'].input, input, {
      order: ['text'],
      blank: { text: '请写申诉理由' },
    }),
    error: appeal.error,
  });
  return (
    <FormFrame
      checks={checks}
      inline
      send="提交申诉"
      onSend={() => void appeal.run(input)}
      error={appeal.error}
      pending={appeal.pending}
    >
      <DraftNotice draft={draft} />
      <TextField
        label="申诉理由"
        name="text"
        multiline
        max={appealField.max}
        placeholder="比如：电话是读书会的公开值班电话，不是私人号码"
        value={text}
        onChange={(typed) => draft.change(() => ({ text: typed }))}
        hint={`只能申诉一次，${dayLabel(dayOf(until))}前；由没有参与过的审核员来看`}
      />
    </FormFrame>
  );
}
