import { useState } from 'react';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { offerRevision } from '@/shared/draft/offerRevision';
import { saveRevision } from '@/shared/draft/saveRevision';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { useChecks } from '@/shared/form/useChecks';
import { go, replace } from '@/shared/nav';
import { useHere } from '@/shared/useHere';
import { toCreation, toRevision, wordsErrors, wordsOf, type Words } from './words';

interface Options {
  /** What is being revised, as the server has it now; `null` for a new one. */
  base: RecommendationDetail | null;
  /** What a new one starts from. */
  start: Words;
  onSaved: (recommendation: RecommendationDetail) => void;
}

interface Written {
  recommendation: RecommendationDetail;
}
const draftName = (id: string): string => `recommendation:${id}`;

/** The state of the writer's page: the draft, what is wrong with it, and sending it. */
export function useWriter({ base, start, onSaved }: Options) {
  const draft = useVersionedDraft(draftName(base?.id ?? 'new'), base ? wordsOf(base) : start, base?.version ?? 0);
  const here = useHere();
  // Until the page has gone: a second tap must not make a second recommendation.
  const [saved, setSaved] = useState(false);
  const create = useCommandCall('recommendation.create', { intention: draft.intention });
  const revise = useCommandCall('recommendation.revise', {
    intention: draft.intention,
    followed: (reply) => draft.standing(read(reply).words) === 'earlier',
  });
  const failed = base ? revise.error : create.error;
  // The notice about the newer version says it better.
  const error = failed?.code === 'CONFLICT' ? null : failed;

  const words = draft.value;
  /** Published or withdrawn after publishing: the time no longer changes. */
  const published = base !== null && base.state !== 'scheduled';
  const checks = useChecks({
    values: { ...words, bookId: words.book },
    errors: wordsErrors(words, serverNow(), base),
    error,
  });

  // The org's name is there to be shown, not something that was typed. A change that waits is kept, though not shown yet.
  const read = ({ recommendation }: Written) => ({
    words: recommendation.held?.of === 'edit' ? words : { ...wordsOf(recommendation), orgName: words.orgName },
    version: recommendation.version,
  });

  const finish = (then: () => void): void => {
    draft.sent();
    setSaved(true);
    then();
  };

  const publish = async (): Promise<void> => {
    const reply = await create.run(toCreation(words));
    if (!reply) return;
    const { recommendation } = reply;
    const stands = read(reply);
    const kept = words.orgId === recommendation.orgId && words.book?.id === recommendation.book.id;
    const fixed = kept ? '' : '书和组织发布后不能换；要换，请撤回它、另写一篇。';
    const brought =
      draft.standing(stands.words) !== 'these' &&
      (await offerRevision(draft, { thing: '荐书', fixed, name: draftName(recommendation.id), stands }));
    finish(() => {
      if (!brought) onSaved(recommendation);
      else if (here()) replace('recommend', { id: recommendation.id });
      else go('recommend', { id: recommendation.id });
    });
  };

  const save = async (written: RecommendationDetail): Promise<void> => {
    const send = (version: number) => revise.run(toRevision(words, { ...written, version }));
    const reply = await saveRevision(draft, send, read);
    if (reply && reply !== 'behind') finish(() => onSaved(reply.recommendation));
  };

  return {
    words,
    draft,
    published,
    checks,
    error,
    pending: create.pending || revise.pending || saved,
    send: (): void => void (base ? save(base) : publish()),
  };
}
