import { Notices } from '@/features/notice/Notices';
import { JoinPanel } from '@/features/session/JoinPanel';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function NoticesPage() {
  const session = useSession();
  const { id } = usePageParameters<'notices'>('notices');
  usePullToRefresh('notice.inbox');
  return <Page title="通知">{isVisitor(session) ? <JoinPanel /> : <Notices first={id} />}</Page>;
}

export default asPage('notices', NoticesPage);
