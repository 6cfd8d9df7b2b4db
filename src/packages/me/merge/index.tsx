import { JoinPanel } from '@/features/session/JoinPanel';
import { MergeOwn } from '@/features/member/MergeOwn';
import { usePullToRefresh } from '@/shared/pull';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 合并账号, by oneself. */
function MergePage() {
  const visitor = isVisitor(useSession());
  usePullToRefresh('member.merges');
  return (
    <Page title="合并账号">
      {visitor ? (
        <JoinPanel lead="换了手机或微信：先加入支部，姓名写得和原来一样，再回到这里合并，原来的记录都带过来。" />
      ) : (
        <MergeOwn />
      )}
    </Page>
  );
}

export default asPage('merge', MergePage);
