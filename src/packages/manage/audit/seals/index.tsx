import { Seals } from '@/features/audit/Seals';
import { Verify } from '@/features/audit/Verify';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function SealsPage() {
  return (
    <Page title="核对审计记录">
      <Verify />
      <Seals />
    </Page>
  );
}

export default asPage('auditSeals', SealsPage);
