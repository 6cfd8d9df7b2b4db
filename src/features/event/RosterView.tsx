import { Page } from '@/shared/ui/Page/Page';
import { Roster } from './Roster';

/** 报名名单, on its page or beside the events I run. */
export function RosterView({ id }: { id: string }) {
  return (
    <Page title="报名名单" table>
      <Roster id={id} />
    </Page>
  );
}
