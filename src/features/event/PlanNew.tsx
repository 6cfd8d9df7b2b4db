import { heldWords } from '@/shared/moderation/words';
import { replace } from '@/shared/nav';
import { orgsWith, useSession } from '@/shared/session/session';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { EventForm } from './EventForm';
import { emptyPlan } from './plan';
import { useCallOff } from './useCallOff';

/** Plans a new event. Sent, it opens in place of the form, with a way back. */
export function PlanNew() {
  const session = useSession();
  const here = useHere();
  const { setCancelled } = useCallOff();
  return (
    <QueryView query={session} skeleton={<Skeleton shape="text" count={6} />}>
      {(me) => {
        const orgs = orgsWith(me, 'event:manage');
        return (
          <EventForm
            orgs={orgs}
            base={null}
            start={{ ...emptyPlan, orgId: orgs[0]?.id ?? '', orgName: orgs[0]?.name ?? '' }}
            onSaved={(event) => {
              snackbar(event.held ? heldWords(event.held).said : '活动已发布', {
                undo: () => setCancelled(event, true),
              });
              if (here()) replace('eventDetail', { id: event.id });
            }}
          />
        );
      }}
    </QueryView>
  );
}
