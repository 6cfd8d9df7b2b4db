import { Roster } from '@/features/event/Roster';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 报名名单, for organisers. */
function RosterPage() {
  const { id = '' } = usePageParameters<'roster'>('roster');
  usePullToRefresh('event.roster');
  return (
    <Page title="报名名单">
      <Roster id={id} />
    </Page>
  );
}

export default asPage(RosterPage);
