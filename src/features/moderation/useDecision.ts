import { useState } from 'react';
import { moderationActions, type CaseDetail } from '@contract/domains/moderation/actions';
import type { DecisionReason } from '@contract/domains/moderation/constants';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';

export type Verdict = 'visible' | 'rejected';

/** The form of a decision: a verdict, of a refusal a reason, and own words. */
export function useDecision({ id }: Pick<CaseDetail, 'id'>, onDecided: (decided: CaseDetail) => void) {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState<DecisionReason | null>(null);
  const [words, setWords] = useState('');
  const { run, error, pending } = useCommandCall('moderation.decide', {
    onDone: ({ case: decided }) => {
      setVerdict(null);
      setReason(null);
      setWords('');
      onDecided(decided);
    },
  });
  const rejects = verdict === 'rejected';
  const input = {
    id,
    verdict: verdict ?? 'visible',
    reason: rejects ? reason : null,
    words: rejects ? cleanText(words, true) : '',
  };
  const found = problemsOf(moderationActions['moderation.decide'].input, input, { order: ['reason', 'words'] });
  const checks = useChecks({
    values: { verdict, reason, words },
    errors: verdict === null ? { verdict: '请选通过或不通过' } : found,
    error,
  });
  return {
    ...{ verdict, reason, words, setVerdict, setReason, setWords },
    ...{ checks, error, pending },
    send: () => void run(input),
  };
}
