import { ClaimForm } from '@/features/role/ClaimForm';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 认领管理员, with the code that was printed at deployment. */
function ClaimPage() {
  return (
    <Page title="认领管理员" footed>
      <ClaimForm />
    </Page>
  );
}

export default asPage('claim', ClaimPage);
