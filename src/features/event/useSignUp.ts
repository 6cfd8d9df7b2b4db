import { useMemo, useState } from 'react';
import type { EventDetail } from '@contract/domains/event/actions';
import { useCommandCall } from '@/shared/call/command';
import { CallError } from '@/shared/call/error';
import { keepForGood, readKept } from '@/shared/draft/storage';
import { useDraft } from '@/shared/draft/useDraft';
import { useChecks } from '@/shared/form/useChecks';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import {
  answerErrors,
  placedAt,
  prefill,
  remember,
  toAnswerList,
  type Answers,
  type Remembered,
} from '@/shared/participation/answers';

const REMEMBERED = 'answers';

/**
 * Signing up for one event. The form starts from answers given to the same questions before; they are kept on this
 * phone only. `onDone` runs once the sign-up is acknowledged.
 */
export function useSignUp(event: EventDetail, onDone: () => void) {
  const [known] = useState(() => prefill(event.form, readKept<Remembered>(REMEMBERED) ?? {}));
  const draft = useDraft<Answers>(`signup:${event.id}`, known);
  const [sent, setSent] = useState<ReturnType<typeof toAnswerList>>([]);
  const [justIn, setJustIn] = useState(false);

  const command = useCommandCall('event.signUp', {
    intention: draft.intention,
    onDone: () => {
      keepForGood(REMEMBERED, remember(readKept<Remembered>(REMEMBERED) ?? {}, event.form, draft.value));
      draft.sent();
      setJustIn(true);
      onDone();
    },
    onFail: ({ code, message }) => {
      if (code !== 'ALREADY_SIGNED_UP') return;
      // In already, by a sending whose reply was lost: the form goes, so the page must say it.
      draft.discard();
      onDone();
      snackbar(message);
    },
  });

  const refused = command.error;
  // A refusal may name answers by their place among those sent, which may have been changed since.
  const error = useMemo(
    () => refused && new CallError(refused.code, refused.message, placedAt(refused.fields, sent), refused.requestId),
    [refused, sent],
  );
  const checks = useChecks({
    values: { answers: draft.value },
    errors: Object.fromEntries(
      Object.entries(answerErrors(event.form, draft.value)).map(([id, text]) => [`answers.${id}`, text]),
    ),
    error,
  });
  return {
    answers: draft.value,
    /** True when at least one answer was filled in from before. */
    reused: Object.keys(known).length > 0,
    change: (fieldId: string, value: string) => draft.change((old) => ({ ...old, [fieldId]: value })),
    checks,
    error,
    pending: command.pending,
    /** Signed up on this page just now: the seal comes down once. */
    justIn,
    send: () => {
      const answers = toAnswerList(event.form, draft.value);
      setSent(answers);
      void command.run({ id: event.id, answers, form: event.form });
    },
  };
}
