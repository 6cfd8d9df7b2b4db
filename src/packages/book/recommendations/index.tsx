import { useState } from 'react';
import { RecommendationList } from '@/features/recommendation/RecommendationList';
import { bookPanes } from '@/screens/bookPanes';
import { go, usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { isPermitted, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Button } from '@/shared/ui/Button/Button';
import { Page } from '@/shared/ui/Page/Page';
import { Segments } from '@/shared/ui/Segments/Segments';

const views = [
  { key: 'visible', label: '大家的荐书' },
  { key: 'mine', label: '我写的' },
] as const;

const beside = { hint: '在左边选一篇荐书', panes: bookPanes };

/** 书记荐书, newest first; writers also find their own and write here. */
function RecommendationsPage() {
  const parameters = usePageParameters<'recommendations'>('recommendations');
  const [which, setWhich] = useState<'visible' | 'mine'>(parameters.which ?? 'visible');
  const writes = isPermitted(useSession().data, 'recommendation:publish');
  usePullToRefresh('recommendation.list');
  return (
    <Page
      title="书记荐书"
      beside={beside}
      footer={
        writes && (
          <Button block onClick={() => go('recommend')}>
            写荐书
          </Button>
        )
      }
    >
      {writes && <Segments items={views} value={which} onChange={setWhich} />}
      <RecommendationList key={which} which={which} />
    </Page>
  );
}

export default asPage('recommendations', RecommendationsPage);
