import { PrintSheet } from '@/features/invitation/PrintSheet';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function PrintCodesPage() {
  const { id = '' } = usePageParameters('printCodes');
  return (
    <Page title="打印二维码" table>
      <PrintSheet id={id} />
    </Page>
  );
}

export default asPage('printCodes', PrintCodesPage);
