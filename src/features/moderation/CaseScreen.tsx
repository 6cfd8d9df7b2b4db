import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { CaseDetail } from '@contract/domains/moderation/actions';
import { FormFooter } from '@/shared/form/FormFooter';
import { Button } from '@/shared/ui/Button/Button';
import { Page } from '@/shared/ui/Page/Page';
import { CaseFacts } from './CaseFacts';
import { DecisionFields } from './DecisionFields';
import { useCase } from './useCase';
import { useDecision } from './useDecision';
import { useNextCase } from './useNextCase';

interface Props {
  shown: CaseDetail;
  above?: ReactNode;
  /** The org whose queue the next one comes from. */
  orgId: string | undefined;
  onNext: (id: string) => void;
}

/** One case: what there is to know, and the one thing to do now — take it, decide, go on to the next. */
export function CaseScreen({ shown, above, orgId, onNext }: Props) {
  const { claim, hindered, mayUndo } = shown;
  // The list it was in when it was opened; decided, it is in another.
  const [which] = useState(shown.queue);
  const acts = useCase(shown);
  const decision = useDecision(shown, acts.tell);
  const next = useNextCase({ orgId, which, but: shown.id, enabled: hindered !== null && which !== 'done' });
  const decides = hindered === null && claim === 'mine';

  const footer = decides ? (
    <FormFooter
      checks={decision.checks}
      send={decision.verdict === 'rejected' ? '不通过' : decision.verdict === 'visible' ? '通过' : '作决定'}
      onSend={decision.send}
      error={decision.error}
      pending={decision.pending}
    />
  ) : hindered === null && claim === 'free' ? (
    <Button block loading={acts.pending} onClick={acts.claim}>
      认领
    </Button>
  ) : next !== undefined ? (
    <Button block onClick={() => onNext(next)}>
      看下一条
    </Button>
  ) : undefined;

  return (
    <Page title="审核" footer={footer}>
      {above}
      <CaseFacts shown={shown} />
      <View className="sx-case">
        {decides && <DecisionFields decision={decision} />}
        <View className="sx-case__ways">
          {decides && (
            <Button kind="text" disabled={acts.pending} onClick={acts.release}>
              放下，先不决定
            </Button>
          )}
          {mayUndo && (
            <Button kind="quiet" loading={acts.pending} onClick={acts.takeBack}>
              收回决定
            </Button>
          )}
        </View>
      </View>
    </Page>
  );
}
