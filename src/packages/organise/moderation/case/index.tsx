import { CaseView } from '@/screens/CaseView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** One case of the queue. */
function CasePage() {
  const { id = '', of } = usePageParameters<'moderationCase'>('moderationCase');
  usePullToRefresh('moderation.case');
  return <CaseView id={id} of={of} />;
}

export default asPage('moderationCase', CasePage);
