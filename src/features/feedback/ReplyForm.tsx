import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { feedbackActions, type OfficeTicket } from '@contract/domains/feedback/actions';
import { UNDO_MINUTES } from '@contract/domains/feedback/constants';
import { replyField } from '@contract/domains/feedback/fields';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import './ReplyForm.scss';

/** Opens at a tap, or by itself with what was written before. A ticket is answered once. */
export function ReplyForm({ feedback }: { feedback: OfficeTicket }) {
  const draft = useDraft(`reply:${feedback.id}`, { text: '' });
  const [open, setOpen] = useState(draft.restored);
  const { text } = draft.value;
  const input = { id: feedback.id, text: cleanText(text, true) };
  const reply = useCommandCall('feedback.reply', {
    intention: draft.intention,
    onDone: () => {
      draft.discard();
      snackbar('已答复');
    },
    // Answered already, by somebody else or by a sending whose reply was lost: the list will show it.
    onFail: ({ code, message }) => {
      if (code === 'CONFLICT') snackbar(message);
    },
  });
  const checks = useChecks({
    values: { text },
    errors: problemsOf(feedbackActions['feedback.reply'].input, input, { order: ['text'] }),
    error: reply.error,
  });
  const answered = feedback.reply !== null || feedback.state === 'closed';
  useEffect(() => {
    if (answered && draft.touched) draft.discard();
  });

  if (answered) return null;
  if (!open) {
    return (
      <View className="reply-form__first">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          答复
        </Button>
      </View>
    );
  }
  return (
    <View className="reply-form">
      <FormFrame
        checks={checks}
        inline
        send="发出答复"
        onSend={() => void reply.run(input)}
        error={reply.error}
        pending={reply.pending}
      >
        <TextField
          label="答复"
          name="text"
          multiline
          max={replyField.max}
          placeholder="比如：已请图书馆延到九点，下周一起"
          value={text}
          onChange={(typed) => draft.change(() => ({ text: typed }))}
          hint={`对方会看到；发出后 ${UNDO_MINUTES} 分钟内可以撤回`}
        />
      </FormFrame>
      <Button kind="text" onClick={() => setOpen(false)}>
        收起
      </Button>
    </View>
  );
}
