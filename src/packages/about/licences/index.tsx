import { Licences } from '@/features/compliance/Licences';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function LicencesPage() {
  return (
    <Page title="许可声明">
      <Licences />
    </Page>
  );
}

export default asPage('licences', LicencesPage);
