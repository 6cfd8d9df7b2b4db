import { answerField } from '@contract/domains/roster/fields';
import { Button } from '@/shared/ui/Button/Button';
import { TextField } from '@/shared/ui/TextField/TextField';

interface Props {
  question: string;
  value: string;
  onChange: (answer: string) => void;
  /** Whoever does not know joins as without a roster. */
  onSkip: () => void;
  pending: boolean;
}

/** Two people of this name are expected: which of them it is. */
export function AnswerField({ question, value, onChange, onSkip, pending }: Props) {
  return (
    <>
      <TextField
        label={question}
        name="answer"
        max={answerField.max}
        hint="名单上有同名的人，多问这一句。回答只用来核对，不会留下。"
        focus
        value={value}
        onChange={onChange}
      />
      <Button kind="text" loading={pending} onClick={onSkip}>
        不清楚，照常加入
      </Button>
    </>
  );
}
