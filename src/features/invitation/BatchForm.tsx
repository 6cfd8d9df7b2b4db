import { useState } from 'react';
import { invitationActions } from '@contract/domains/invitation/actions';
import { useCommandCall } from '@/shared/call/command';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { SendingForm } from './SendingForm';
import { APPROVAL, TermFields } from './TermFields';
import { type Terms, termsIn, usualTerms } from './terms';

/** An invitation to every branch below an org, all alike: usual values, so that one tap is enough. */
export function BatchForm({ orgId, onClose }: { orgId: string; onClose: () => void }) {
  const [draft, setDraft] = useState(usualTerms);
  const change = (patch: Partial<Terms>) => setDraft((old) => ({ ...old, ...patch }));
  const create = useCommandCall('invitation.createBelow', {
    onDone: ({ batch }) => {
      snackbar(`已生成 ${batch.made} 个邀请${batch.done ? '' : '，其余还在生成'}`);
      onClose();
    },
  });
  const input = { orgId, ...termsIn(draft) };
  const errors = problemsOf(invitationActions['invitation.createBelow'].input, input, { order: ['limit'] });
  const checks = useChecks({ values: draft, errors, error: create.error });
  return (
    <SendingForm
      onClose={onClose}
      checks={checks}
      send="全部发出"
      onSend={() => void create.run(input)}
      error={create.error}
      pending={create.pending}
    >
      <Defaults text={`每个支部一个，${draft.days} 天内有效，各最多 ${draft.limit} 人`} names={['limit']}>
        <TermFields value={draft} onChange={change} />
      </Defaults>
      <Tick label={APPROVAL} name="approval" on={draft.approval} onChange={(approval) => change({ approval })} />
    </SendingForm>
  );
}
