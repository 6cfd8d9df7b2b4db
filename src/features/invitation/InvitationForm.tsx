import { useState } from 'react';
import { invitationActions } from '@contract/domains/invitation/actions';
import { noteField } from '@contract/domains/invitation/fields';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { serverNow } from '@/shared/call/clock';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { Tick } from '@/shared/ui/Tick/Tick';
import { SendingForm } from './SendingForm';
import { APPROVAL, TermFields } from './TermFields';
import { termsIn, usualTerms } from './terms';
import { endOf, outsideChoices, type OutsideChoice } from './outside';

const first = { ...usualTerms, note: '', outside: 'none' as OutsideChoice };

/** What is sent unless somebody changes it. */
const usual = ({ days, limit, outside, note }: typeof first): string => {
  const who = outsideChoices.find(({ value }) => value === outside)?.label ?? '';
  return `${who}，${days} 天内有效，最多 ${limit} 人${note === '' ? '' : `，${note}`}`;
};

/** A new invitation: everything has a usual value, so that one tap is enough. */
export function InvitationForm({ orgId, onClose }: { orgId: string; onClose: () => void }) {
  const [draft, setDraft] = useState(first);
  const change = (patch: Partial<typeof first>) => setDraft((old) => ({ ...old, ...patch }));
  const create = useCommandCall('invitation.create', {
    onDone: ({ invitation }) => {
      const waits = invitation.note === '' && cleanText(draft.note) !== '';
      setDraft(first);
      snackbar(waits ? '邀请发出了；备注正在审核，通过后显示' : '邀请发出了，复制给对方就行');
      onClose();
    },
  });
  const { outside } = draft;
  const input = {
    orgId,
    ...termsIn(draft),
    approval: outside === 'none' && draft.approval,
    note: cleanText(draft.note),
    ...(outside !== 'none' && { outside: { role: outside, until: endOf(serverNow()) } }),
  };
  const errors = problemsOf(invitationActions['invitation.create'].input, input, { order: ['limit', 'note'] });
  const checks = useChecks({ values: draft, errors, error: create.error });
  return (
    <SendingForm
      onClose={onClose}
      checks={checks}
      send="发出邀请"
      onSend={() => void create.run(input)}
      error={create.error}
      pending={create.pending}
    >
      <Defaults text={usual(draft)} names={['limit', 'note', 'outside']}>
        <TermFields value={draft} onChange={change} />
        <ChoiceField
          label="请来做什么"
          options={outsideChoices}
          value={outside}
          onChange={(chosen) => change({ outside: chosen })}
        />
        <TextField
          label="备注"
          name="note"
          max={noteField.max}
          placeholder="比如：给 2024 级新生"
          hint="只有管理这个组织的人看得到"
          value={draft.note}
          onChange={(note) => change({ note })}
        />
      </Defaults>
      {outside === 'none' && (
        <Tick label={APPROVAL} name="approval" on={draft.approval} onChange={(approval) => change({ approval })} />
      )}
    </SendingForm>
  );
}
