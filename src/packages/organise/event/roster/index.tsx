import { RosterView } from '@/features/event/RosterView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** 报名名单, for organisers. */
function RosterPage() {
  const { id = '' } = usePageParameters<'roster'>('roster');
  usePullToRefresh('event.roster');
  return <RosterView id={id} />;
}

export default asPage('roster', RosterPage);
