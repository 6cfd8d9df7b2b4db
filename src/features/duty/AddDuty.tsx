import { useState } from 'react';
import { dayOf } from '@contract/day';
import type { DutyKind } from '@contract/domains/duty/constants';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { back } from '@/shared/nav';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { useHere } from '@/shared/useHere';
import { DutyForm } from './DutyForm';
import { savedText } from './terms';
import { useRemove } from './useRemove';
import { emptyWords, toAddition } from './words';

interface Props {
  orgId: string;
  group?: string;
  kind?: DutyKind;
}

/** Writes down a duty of an org; several after each other without leaving the form. */
export function AddDuty({ orgId, group = '领导小组', kind }: Props) {
  const draft = useDraft(`duty:${orgId}`, emptyWords(dayOf(serverNow()), group, kind));
  const [more, setMore] = useState(false);
  // Of the next one nothing has been tried yet.
  const [added, setAdded] = useState(0);
  const here = useHere();
  const { setRemoved } = useRemove();
  const add = useCommandCall('duty.add', {
    intention: draft.intention,
    onDone: ({ duty }) => {
      snackbar(savedText(`已添加：${duty.title} ${duty.name}`, duty), { undo: () => void setRemoved(duty.id, true) });
      if (more) {
        // The next is most often of the same duty and term.
        draft.change((old) => ({ ...old, memberId: null, name: '' }));
        setAdded((count) => count + 1);
        return;
      }
      draft.sent();
      if (here()) back();
    },
  });
  return (
    <DutyForm
      key={added}
      words={draft.value}
      onChange={draft.change}
      orgId={orgId}
      send={more ? '保存，接着添加' : '保存'}
      onSend={() => void add.run(toAddition(draft.value, orgId))}
      error={add.error}
      pending={add.pending}
    >
      <DraftNotice draft={draft} />
      <Tick label="保存后接着添加下一位" on={more} onChange={setMore} />
    </DutyForm>
  );
}
