import { useState } from 'react';
import type { RecommendationDetail } from '@contract/actions/recommendation';
import { refresh } from '@/shared/call/client';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { fieldMessage, type CallError } from '@/shared/call/error';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { toCreation, toRevision, wordsErrors, wordsOf, type Words } from './words';

interface Options {
  /** What is being revised, as the server has it now; `null` for a new one. */
  base: RecommendationDetail | null;
  /** What a new one starts from. */
  start: Words;
  onSaved: (recommendation: RecommendationDetail) => void;
}

/** The state of the writer's page: the draft, what is wrong with it, and sending it. */
export function useWriter({ base, start, onSaved }: Options) {
  const draft = useVersionedDraft(
    `recommendation:${base?.id ?? 'new'}`,
    base ? wordsOf(base) : start,
    base?.version ?? 0,
  );
  const [checked, setChecked] = useState(false);

  const options = {
    onDone: ({ recommendation }: { recommendation: RecommendationDetail }) => {
      draft.sent();
      refresh('recommendation.', 'book.get', 'home.');
      onSaved(recommendation);
    },
    // The newer version is fetched, and the draft notices that it fell behind.
    onFail: ({ code }: CallError) => {
      if (code === 'CONFLICT' || code === 'ALREADY_PUBLISHED') refresh('recommendation.get');
    },
  };
  const create = useCommandCall('recommendation.create', options);
  const revise = useCommandCall('recommendation.revise', options);
  const error = base ? revise.error : create.error;

  const words = draft.value;
  /** Published or withdrawn after publishing: the time no longer changes. */
  const published = base !== null && base.state !== 'scheduled';
  const errors = wordsErrors(words, serverNow(), base);
  const invalid = checked && Object.keys(errors).length > 0;

  const submit = (): void => {
    setChecked(true);
    if (Object.keys(errors).length > 0) return;
    if (base) void revise.run(toRevision(words, { ...base, version: draft.version }));
    else void create.run(toCreation(words));
  };

  return {
    words,
    draft,
    published,
    invalid,
    // The notice about the newer version says it better.
    error: error?.code === 'CONFLICT' ? null : error,
    pending: create.pending || revise.pending,
    errorAt: (path: string): string | undefined => (checked ? errors[path] : undefined) ?? fieldMessage(error, path),
    submit,
  };
}
