import { ProposeForm } from '@/features/transfer/ProposeForm';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 提议转出: a secretary proposes that one of his people goes to another org. */
function ProposePage() {
  const { orgId, memberId } = usePageParameters<'transferPropose'>('transferPropose');
  return (
    <Page title="提议转出" footed>
      <ProposeForm orgId={orgId} memberId={memberId} />
    </Page>
  );
}

export default asPage('transferPropose', ProposePage);
