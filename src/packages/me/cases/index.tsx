import { OwnCases } from '@/features/moderation/OwnCases';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 我的内容审核: what I wrote that waits or was turned down. */
function OwnCasesPage() {
  usePullToRefresh('moderation.mine');
  return (
    <Page title="我的内容审核">
      <OwnCases />
    </Page>
  );
}

export default asPage('ownCases', OwnCasesPage);
