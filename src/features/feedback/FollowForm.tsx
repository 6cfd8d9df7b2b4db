import { View } from '@tarojs/components';
import { config } from '@contract/config';
import { feedbackActions, type Feedback } from '@contract/domains/feedback/actions';
import { followField } from '@contract/domains/feedback/fields';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { Button } from '@/shared/ui/Button/Button';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';

/** What its sender can do with a ticket: say more, or close it. */
export function FollowForm({ feedback }: { feedback: Feedback }) {
  const draft = useDraft(`follow:${feedback.id}`, { text: '' });
  const { text } = draft.value;
  const input = { id: feedback.id, text: cleanText(text, true) };
  const follow = useCommandCall('feedback.follow', {
    intention: draft.intention,
    onDone: () => {
      draft.discard();
      checks.reset();
      snackbar('已收到');
    },
  });
  const close = useCommandCall('feedback.close', {
    onDone: () => snackbar('已办结。还有要说的，仍可以接着说'),
    onFail: ({ message }) => snackbar(message),
  });
  const checks = useChecks({
    values: { text },
    errors: problemsOf(feedbackActions['feedback.follow'].input, input, { order: ['text'] }),
    error: follow.error,
  });
  const again = feedback.state === 'answered' || feedback.state === 'closed';
  return (
    <>
      <FormFrame
        checks={checks}
        inline
        send="提交"
        onSend={() => void follow.run(input)}
        error={follow.error}
        pending={follow.pending}
      >
        <TextField
          label="接着说"
          name="text"
          multiline
          max={followField.max}
          placeholder="比如：二楼亮了，三楼还是八点关灯"
          value={text}
          onChange={(typed) => draft.change(() => ({ text: typed }))}
          hint={again ? `重新计 ${config.feedback.workdays} 个工作日` : '会和原来的一起答复'}
        />
      </FormFrame>
      {feedback.state !== 'closed' && (
        <View className="inbox">
          <Button kind="text" loading={close.pending} onClick={() => void close.run({ id: feedback.id })}>
            没有要说的了，办结
          </Button>
        </View>
      )}
    </>
  );
}
