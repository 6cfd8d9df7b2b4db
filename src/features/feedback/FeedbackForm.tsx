import Taro from '@tarojs/taro';
import { feedbackActions } from '@contract/domains/feedback/actions';
import { feedbackKindNames, feedbackKinds, REPLY_DAYS, type FeedbackKind } from '@contract/domains/feedback/constants';
import { dayLabel } from '@contract/day';
import { feedbackField } from '@contract/domains/feedback/fields';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useHere } from '@/shared/useHere';

const options = feedbackKinds.map((value) => ({ value, label: feedbackKindNames[value] }));

/** A ticket cannot be rewritten, so words changed since it was filed are another one, if they are wanted at all. */
const tellEarlier = (ticket: string) =>
  Taro.showModal({
    title: '上次的已经收到',
    content: `没有等到回应的那一次其实成功了，编号 ${ticket}。后来改的还留着，需要时可以再提交一条，作为补充。`,
    showCancel: false,
    confirmText: '知道了',
  });

/** Complaint or suggestion: two fields, a ticket and a date to be answered by. */
export function FeedbackForm() {
  const draft = useDraft<{ kind: FeedbackKind; text: string }>('feedback', { kind: 'suggestion', text: '' });
  const { kind, text } = draft.value;
  const here = useHere();
  const submit = useCommandCall('feedback.submit', {
    intention: draft.intention,
    onDone: ({ feedback }) => {
      if (draft.standing({ kind: feedback.kind, text: feedback.text }) !== 'these') {
        if (here()) void tellEarlier(feedback.ticket);
        else snackbar(`上次的已经收到，编号 ${feedback.ticket}`);
        return;
      }
      draft.discard();
      checks.reset();
      snackbar(`已收到，编号 ${feedback.ticket}，${dayLabel(feedback.replyBy)}前答复`);
    },
  });
  const input = { kind, text: cleanText(text, true) };
  const checks = useChecks({
    values: { text },
    errors: problemsOf(feedbackActions['feedback.submit'].input, input, { order: ['text'] }),
    error: submit.error,
  });
  return (
    <FormFrame
      checks={checks}
      inline
      send="提交"
      onSend={() => void submit.run(input)}
      error={submit.error}
      pending={submit.pending}
    >
      <DraftNotice draft={draft} />
      <ChoiceField
        label="这是"
        options={options}
        value={kind}
        onChange={(chosen) => draft.change((old) => ({ ...old, kind: chosen }))}
      />
      <TextField
        label="内容"
        name="text"
        multiline
        max={feedbackField.max}
        placeholder="比如：市图书馆二楼晚上八点就关灯，希望延到九点"
        value={text}
        onChange={(typed) => draft.change((old) => ({ ...old, text: typed }))}
        hint={`只有您和管理员看得到，${REPLY_DAYS} 天内答复`}
      />
    </FormFrame>
  );
}
