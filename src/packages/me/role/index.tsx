import { MyRoles } from '@/features/role/MyRoles';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 我的职责: terms, who stands in, what they let me do. */
function MyRolesPage() {
  return (
    <Page title="我的职责">
      <MyRoles />
    </Page>
  );
}

export default asPage('myRoles', MyRolesPage);
