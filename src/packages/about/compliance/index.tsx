import { ComplianceTable } from '@/features/compliance/ComplianceTable';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function CompliancePage() {
  return (
    <Page title="合规自查表">
      <ComplianceTable />
    </Page>
  );
}

export default asPage('compliance', CompliancePage);
