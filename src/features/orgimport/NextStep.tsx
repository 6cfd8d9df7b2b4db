import type { ImportView } from '@contract/shared/imports';
import { IMPORT_DECISIONS_MAX } from '@contract/shared/imports/constants';
import { useCommandCall } from '@/shared/call/command';
import { replace } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';

interface Props {
  view: ImportView;
  /** Choices made here and not sent yet, by the rows' ids. */
  chosen: Readonly<Record<string, string>>;
  onDecided: () => void;
}

/** The one thing to do now: decide what is open, have it carried out, take it back, or choose another file. */
export function NextStep({ view, chosen, onDecided }: Props) {
  const { id, state, counts, all, until } = view;
  const decide = useCommandCall('orgimport.decide', { onDone: onDecided });
  const apply = useCommandCall('orgimport.apply');
  const undo = useCommandCall('orgimport.undo');
  const decisions = Object.entries(chosen)
    .slice(0, IMPORT_DECISIONS_MAX)
    .map(([item, choice]) => ({ id: item, choice }));
  const error = decide.error ?? apply.error ?? undo.error;
  const button = () => {
    if (state === 'ready' && decisions.length > 0) {
      return (
        <Button block loading={decide.pending} onClick={() => void decide.run({ id, decisions })}>
          {`确认 ${decisions.length} 个决定`}
        </Button>
      );
    }
    if (state === 'ready' && counts.ambiguous > 0)
      return <Button block disabled onClick={nothing}>{`还有 ${counts.ambiguous} 行要您决定`}</Button>;
    if (state === 'ready' && until !== null) {
      return (
        <Button block loading={apply.pending} onClick={() => void apply.run({ id })}>
          {`导入这 ${all} 处`}
        </Button>
      );
    }
    if (state === 'applied' && until !== null) {
      return (
        <Button kind="quiet" block loading={undo.pending} onClick={() => void undo.run({ id })}>
          整体撤销
        </Button>
      );
    }
    if (state === 'reading' || state === 'applying' || state === 'undoing') return null;
    return (
      <Button
        block
        kind={state === 'wrong' || state === 'uploading' ? 'primary' : 'quiet'}
        onClick={() => replace('orgLists')}
      >
        {state === 'wrong' || state === 'uploading' ? '重新选择文件' : '回到组织名单'}
      </Button>
    );
  };
  const shown = button();
  if (shown === null && error === null) return null;
  return (
    <>
      {error && <FormError error={error} />}
      {shown}
    </>
  );
}

const nothing = () => undefined;
