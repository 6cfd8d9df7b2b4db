import type { ActionOutput } from '@contract/registry';
import { useCommandCall } from '@/shared/call/command';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { changedWords } from './changes';
import type { OrgChangeKind } from '@contract/domains/org/constants';

interface Undoing {
  undo: (orgId: string, changeId: string) => void;
  pending: boolean;
}

/** Takes a change of the tree back, and says so. */
export function useUndoChange(): Undoing {
  const { run, pending } = useCommandCall('org.undo', {
    onDone: () => snackbar('已撤销，恢复到改动之前'),
    onFail: ({ message }) => snackbar(`没有撤销。${message}`),
  });
  return { undo: (orgId, changeId) => void run({ orgId, changeId }), pending };
}

type Changed = ActionOutput<'org.rename'>;

/** Says that a change was made, with the way back at hand; for a day it is in 最近改动 as well. */
export function useTellChanged(): (kind: OrgChangeKind, reply: Changed) => void {
  const { undo } = useUndoChange();
  return (kind, { org, change }) =>
    snackbar(`${changedWords[kind]}：${org.name}`, { undo: () => undo(org.id, change.id) });
}
