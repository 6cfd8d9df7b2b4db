import type { CaseDetail } from '@contract/domains/moderation/actions';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { decisionText } from './words';

const onFail = ({ message }: { message: string }) => snackbar(message);

/** What a moderator does with one case besides deciding: takes it, lets it go, takes the decision back. */
export function useCase({ id }: Pick<CaseDetail, 'id'>) {
  const claim = useCommandCall('moderation.claim', { onFail });
  const release = useCommandCall('moderation.release', { onFail, onDone: () => snackbar('放下了，别人可以接手') });
  const undo = useCommandCall('moderation.undo', { onFail, onDone: () => snackbar('决定收回了，又在等审核') });
  const takeBack = () => void undo.run({ id });
  return {
    claim: () => void claim.run({ id }),
    release: () => void release.run({ id }),
    takeBack,
    pending: claim.pending || release.pending || undo.pending,
    /** Says what was decided, with the way back where there is one. */
    tell: (decided: CaseDetail) => {
      const [last] = decided.decisions.slice(-1);
      if (last) snackbar(decisionText(last), decided.mayUndo ? { undo: takeBack } : {});
    },
  };
}
