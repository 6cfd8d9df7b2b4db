import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Feedback } from '@contract/actions/feedback';
import { FEEDBACK_MAX } from '@contract/constants';
import { refresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import './ReplyForm.scss';

/** Opens at a tap; an answer given may be put better later. */
export function ReplyForm({ feedback }: { feedback: Feedback }) {
  const [text, setText] = useState(feedback.reply?.text ?? '');
  const [open, setOpen] = useState(false);
  const reply = useCommandCall('feedback.reply', {
    onDone: () => {
      setOpen(false);
      refresh('feedback');
      snackbar('已答复');
    },
  });
  if (!open) {
    return (
      <View className={feedback.reply ? 'reply-form__again' : 'reply-form__first'}>
        <Button kind={feedback.reply ? 'text' : 'quiet'} onClick={() => setOpen(true)}>
          {feedback.reply ? '修改答复' : '答复'}
        </Button>
      </View>
    );
  }
  return (
    <View>
      <TextField label="答复" multiline max={FEEDBACK_MAX} value={text} onChange={setText} hint="对方会看到" />
      <FormError error={reply.error} />
      <View className="reply-form__actions">
        <Button
          loading={reply.pending}
          disabled={text.trim() === ''}
          onClick={() => void reply.run({ id: feedback.id, text: text.trim() })}
        >
          发出答复
        </Button>
        <Button kind="text" onClick={() => setOpen(false)}>
          收起
        </Button>
      </View>
    </View>
  );
}
