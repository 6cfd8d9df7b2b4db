import type { BookRef } from '@contract/shared/book';
import { serverNow } from '@/shared/call/clock';
import { replace } from '@/shared/nav';
import { orgsWith, useSession } from '@/shared/session/session';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { savedText } from './states';
import { useWithdraw } from './useWithdraw';
import { emptyWords } from './words';
import { WriteForm } from './WriteForm';

/** Writes a new recommendation, of `book` when one is given. Sent, it opens in place of the form, with a way back. */
export function WriteNew({ book }: { book: BookRef | null }) {
  const session = useSession();
  const here = useHere();
  const { setWithdrawn } = useWithdraw();
  return (
    <QueryView query={session} skeleton={<Skeleton shape="text" count={6} />}>
      {(me) => {
        const orgs = orgsWith(me, 'recommendation:publish');
        return (
          <WriteForm
            orgs={orgs}
            base={null}
            start={{ ...emptyWords, orgId: orgs[0]?.id ?? '', orgName: orgs[0]?.name ?? '', book }}
            onSaved={(saved) => {
              snackbar(savedText(saved, serverNow()), { undo: () => setWithdrawn(saved, true) });
              if (here()) replace('recommendation', { id: saved.id });
            }}
          />
        );
      }}
    </QueryView>
  );
}
