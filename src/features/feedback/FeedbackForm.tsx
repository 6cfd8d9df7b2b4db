import Taro from '@tarojs/taro';
import { feedbackActions } from '@contract/domains/feedback/actions';
import { config } from '@contract/config';
import { feedbackKindNames, feedbackKinds, type FeedbackKind } from '@contract/domains/feedback/constants';
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
import { Tick } from '@/shared/ui/Tick/Tick';
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

/** A draft of a version before has no `anonymous`. */
interface Draft {
  kind: FeedbackKind;
  text: string;
  anonymous?: boolean;
}

/** Complaint or suggestion: two fields, a ticket and a date to be answered by. */
export function FeedbackForm() {
  const draft = useDraft<Draft>('feedback', { kind: 'suggestion', text: '', anonymous: false });
  const { kind, text, anonymous = false } = draft.value;
  const here = useHere();
  const submit = useCommandCall('feedback.submit', {
    intention: draft.intention,
    onDone: ({ feedback }) => {
      if (draft.standing({ kind: feedback.kind, text: feedback.text, anonymous: feedback.anonymous }) !== 'these') {
        if (here()) void tellEarlier(feedback.ticket);
        else snackbar(`上次的已经收到，编号 ${feedback.ticket}`);
        return;
      }
      draft.discard();
      checks.reset();
      snackbar(`已收到，编号 ${feedback.ticket}，${dayLabel(feedback.replyBy)}前答复`);
    },
  });
  const input = { kind, text: cleanText(text, true), anonymous };
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
        hint={`只有您和管理员看得到，${config.feedback.workdays} 个工作日内答复`}
      />
      <Tick
        label="匿名：办理的人看不到我的姓名"
        on={anonymous}
        onChange={(on) => draft.change((old) => ({ ...old, anonymous: on }))}
      />
    </FormFrame>
  );
}
