import { OrgView } from '@/screens/OrgView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** 组织: one org. */
function OrgPage() {
  const { id = '' } = usePageParameters<'orgPage'>('orgPage');
  usePullToRefresh('org.page');
  return <OrgView id={id} />;
}

export default asPage('orgPage', OrgPage);
