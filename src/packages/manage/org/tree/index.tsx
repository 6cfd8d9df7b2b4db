import { OrgChanges } from '@/features/org/OrgChanges';
import { OrgsOf } from '@/features/org/OrgsOf';
import { OrgView } from '@/screens/OrgView';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { Panes } from '@/shared/wide/Beside';

const beside: Panes = {
  hint: '在左边选一个组织',
  panes: {
    orgPage: { title: '组织', view: (id) => <OrgView id={id} /> },
    orgChanges: {
      title: '最近改动',
      view: (id) => (
        <Page title="最近改动">
          <OrgChanges orgId={id} />
        </Page>
      ),
    },
  },
};

/** 组织: the tree of those I see to. */
function OrgTreePage() {
  const session = useSession();
  return (
    <Page title="组织" beside={beside}>
      <QueryView query={session} skeleton={<Skeleton shape="row" count={8} />}>
        {(data) => <OrgsOf session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('orgTree', OrgTreePage);
