import { useContext } from 'react';
import type { Session } from '@contract/domains/me/actions';
import { QueueOf } from '@/features/moderation/QueueOf';
import { CaseView } from '@/screens/CaseView';
import { go, usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { Panes } from '@/shared/wide/Beside';
import { BesideContext, useOpener } from '@/shared/wide/chosen';

const beside: Panes = { panes: { moderationCase: { title: '审核', view: (id) => <CaseView id={id} /> } } };

function Cases({ session }: { session: Session }) {
  const { id, which = 'first' } = usePageParameters<'moderationQueue'>('moderationQueue');
  const { open, isCurrent } = useOpener('moderationCase');
  const stands = useContext(BesideContext)?.shows('moderationCase');
  return (
    <QueueOf
      session={session}
      orgId={id}
      first={which}
      onOpen={(caseId, of) => (stands ? open(caseId) : go('moderationCase', { id: caseId, of }))}
      isCurrent={isCurrent}
    />
  );
}

/** 内容审核, for moderators: what waits, and the one that is looked at beside it. */
function QueuePage() {
  const session = useSession();
  usePullToRefresh('moderation.queue');
  return (
    <Page title="内容审核" beside={beside}>
      <QueryView query={session} skeleton={<Skeleton shape="row" count={6} />}>
        {(data) => <Cases session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('moderationQueue', QueuePage);
