import { useState } from 'react';
import type { EventDetail } from '@contract/actions/event';
import { refresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { fieldMessage } from '@/shared/call/error';
import { keepForGood, readKept } from '@/shared/draft/storage';
import { useDraft } from '@/shared/draft/useDraft';
import { own } from '@/shared/own';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { answerErrors, prefill, remember, toAnswerList, type Answers, type Remembered } from './answers';

const REMEMBERED = 'answers';

/**
 * Signing up for one event. The form starts from answers given to the same questions before; they are kept on this
 * phone only. `onDone` runs once the sign-up is acknowledged.
 */
export function useSignUp(event: EventDetail, onDone: () => void) {
  const [known] = useState(() => prefill(event.form, readKept<Remembered>(REMEMBERED) ?? {}));
  const draft = useDraft<Answers>(`signup:${event.id}`, known);
  const [tries, setTries] = useState(0);
  const checked = tries > 0;
  const [justIn, setJustIn] = useState(false);

  const command = useCommandCall('event.signUp', {
    intention: draft.intention,
    onDone: () => {
      keepForGood(REMEMBERED, remember(readKept<Remembered>(REMEMBERED) ?? {}, event.form, draft.value));
      draft.sent();
      setJustIn(true);
      onDone();
      refresh('event.', 'home.');
    },
    onFail: ({ code, message }) => {
      // The places shown are out of date when the server refuses for them.
      if (code.startsWith('EVENT_')) refresh('event.');
      if (code !== 'ALREADY_SIGNED_UP') return;
      // In already, by a sending whose reply was lost: the form goes, so the page must say it.
      draft.discard();
      onDone();
      snackbar(message);
      refresh('event.', 'home.');
    },
  });

  const errors = answerErrors(event.form, draft.value);
  const sent = toAnswerList(event.form, draft.value);
  return {
    answers: draft.value,
    /** True when at least one answer was filled in from before. */
    reused: Object.keys(known).length > 0,
    change: (fieldId: string, value: string) => draft.change((old) => ({ ...old, [fieldId]: value })),
    errorAt: (fieldId: string): string | undefined =>
      (checked ? own(errors, fieldId) : undefined) ??
      fieldMessage(command.error, `answers.${fieldId}`) ??
      fieldMessage(command.error, `answers.${sent.findIndex((answer) => answer.fieldId === fieldId)}`),
    invalid: checked && Object.keys(errors).length > 0,
    /** Something is marked; each `attempt` goes to the first of it. */
    wrong: (checked && Object.keys(errors).length > 0) || (command.error?.fields?.length ?? 0) > 0,
    attempt: `${tries} ${command.error?.requestId ?? ''}`,
    error: command.error,
    pending: command.pending,
    /** Signed up on this page just now: the seal comes down once. */
    justIn,
    submit: () => {
      setTries(tries + 1);
      if (Object.keys(errors).length === 0) void command.run({ id: event.id, answers: sent });
    },
  };
}
