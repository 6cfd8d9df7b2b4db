import { FeedbackForm } from '@/features/feedback/FeedbackForm';
import { MyTickets } from '@/features/feedback/MyTickets';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';

function FeedbackPage() {
  const session = useSession();
  return (
    <Page title="投诉建议">
      {isVisitor(session) ? (
        <Empty title="加入支部后可以在这里提交" hint="还没有邀请码时，请直接向所在地团委反映。" />
      ) : (
        <>
          <FeedbackForm />
          <MyTickets />
        </>
      )}
    </Page>
  );
}

export default asPage('feedback', FeedbackPage);
