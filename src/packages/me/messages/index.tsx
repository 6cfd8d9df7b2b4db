import { Messages } from '@/features/notice/Messages';
import { JoinPanel } from '@/features/session/JoinPanel';
import { useQueryCall } from '@/shared/call/query';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function MessagesPage() {
  const visitor = isVisitor(useSession());
  const settings = useQueryCall('notice.settings', {}, { enabled: !visitor });
  return (
    <Page title="微信消息">
      {visitor ? (
        <JoinPanel />
      ) : (
        <QueryView query={settings} skeleton={<Skeleton shape="row" count={6} />}>
          {(data) => <Messages settings={data} />}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('messages', MessagesPage);
