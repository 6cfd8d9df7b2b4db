import { useState } from 'react';
import type { EventDetail } from '@contract/actions/event';
import { refresh } from '@/shared/call/client';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { fieldMessage, type CallError } from '@/shared/call/error';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { planErrors, planOf, toCreation, toRevision, type EventPlan } from './plan';

interface Options {
  /** What is being revised, as the server has it now; `null` for a new one. */
  base: EventDetail | null;
  /** What a new one starts from. */
  start: EventPlan;
  onSaved: (event: EventDetail) => void;
}

/** The state of the organiser's page: the plan, what is wrong with it, and sending it. */
export function useEventWriter({ base, start, onSaved }: Options) {
  const draft = useVersionedDraft(`event:${base?.id ?? 'new'}`, base ? planOf(base) : start, base?.version ?? 0);
  const [checked, setChecked] = useState(false);

  const options = {
    onDone: ({ event }: { event: EventDetail }) => {
      draft.sent();
      refresh('event.', 'home.');
      onSaved(event);
    },
    // The newer version is fetched, and the draft notices that it fell behind.
    onFail: ({ code }: CallError) => {
      if (code === 'CONFLICT') refresh('event.get');
    },
  };
  const create = useCommandCall('event.create', options);
  const revise = useCommandCall('event.revise', options);
  const error = base ? revise.error : create.error;

  const plan = draft.value;
  const errors = planErrors(plan, serverNow(), base ?? undefined);
  const invalid = Object.keys(errors).length > 0;

  const submit = (): void => {
    setChecked(true);
    if (invalid) return;
    if (base) void revise.run({ ...toRevision(plan, serverNow()), id: base.id, version: draft.version });
    else void create.run(toCreation(plan, serverNow()));
  };

  return {
    plan,
    draft,
    invalid: checked && invalid,
    // The notice about the newer version says it better.
    error: error?.code === 'CONFLICT' ? null : error,
    pending: create.pending || revise.pending,
    errorAt: (path: string): string | undefined => (checked ? errors[path] : undefined) ?? fieldMessage(error, path),
    submit,
  };
}
