import { OrgChanges } from '@/features/org/OrgChanges';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';

/** 最近改动 of an org and those below it. */
function OrgChangesPage() {
  const { id } = usePageParameters<'orgChanges'>('orgChanges');
  usePullToRefresh('org.changes');
  return (
    <Page title="最近改动">
      {id === undefined ? (
        <Empty title="链接不完整" hint="链接里没有写明是哪个组织。请从组织的页面点“最近改动”进来。" />
      ) : (
        <OrgChanges orgId={id} />
      )}
    </Page>
  );
}

export default asPage('orgChanges', OrgChangesPage);
