import { MemberView } from '@/screens/MemberView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** One member: where he belongs, what he holds, whether he is disabled. */
function MemberPage() {
  const { id = '' } = usePageParameters<'memberPage'>('memberPage');
  usePullToRefresh('member.get');
  return <MemberView id={id} />;
}

export default asPage('memberPage', MemberPage);
