import { WaitingTerms } from '@/features/role/WaitingTerms';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 待同意的职责, for a second administrator. */
function WaitingPage() {
  return (
    <Page title="待同意的职责">
      <WaitingTerms />
    </Page>
  );
}

export default asPage('roleWaiting', WaitingPage);
