import { Text } from '@tarojs/components';
import { transferActions, type Place } from '@contract/domains/transfer/actions';
import { transferReasonField } from '@contract/domains/transfer/fields';
import { cleanText } from '@contract/text';
import type { PickedMember } from '@/routes/member';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { MemberField } from '@/shared/member/MemberField';
import { back } from '@/shared/nav';
import { FormError } from '@/shared/ui/FormError/FormError';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useHere } from '@/shared/useHere';
import { FromField } from './FromField';
import { PlaceField } from './PlaceField';
import { useAnswer } from './useAnswer';

interface Words {
  /** Picked here; null while it is whom the page was opened for. */
  member: PickedMember | null;
  /** Null: the first that he may be proposed from. */
  fromId: string | null;
  to: Place | null;
  reason: string;
}

interface Props {
  /** The org to go from, where the page was opened from there. */
  orgId: string | undefined;
  /** Who, where the page was opened for him. */
  memberId: string | undefined;
}

/** Who, where to, and one sentence; the receiving org decides, and he himself can say no until then. */
export function ProposeForm({ orgId, memberId }: Props) {
  const start: Words = { member: null, fromId: orgId ?? null, to: null, reason: '' };
  const draft = useDraft<Words>(`transfer-propose:${memberId ?? orgId ?? ''}`, start);
  const { member, fromId, to, reason } = draft.value;
  const id = member?.id ?? memberId;
  const person = useQueryCall('member.get', { id: id ?? '' }, { enabled: id !== undefined });
  const ways = person.data?.orgs.filter(({ mayTransfer }) => mayTransfer) ?? [];
  const from = ways.find((org) => org.id === fromId) ?? ways[0];
  const here = useHere();
  const { takeBack } = useAnswer();
  const propose = useCommandCall('transfer.propose', {
    intention: draft.intention,
    onDone: ({ transfer }) => {
      draft.discard();
      snackbar(`已提出，等${transfer.to?.name ?? '对方'}答复`, { undo: () => takeBack(transfer) });
      if (here()) back();
    },
  });
  const input = { orgId: from?.id ?? '', memberId: id ?? '', toId: to?.id ?? '', reason: cleanText(reason) };
  const checks = useChecks({
    values: input,
    errors: problemsOf(transferActions['transfer.propose'].input, input, {
      order: ['memberId', 'orgId', 'toId', 'reason'],
      blank: { memberId: '请选一位成员', orgId: '请选从哪里转走', toId: '请选一个去处' },
    }),
    error: propose.error,
  });
  const shown = person.data && { id: person.data.id, name: person.data.name, orgName: '' };
  return (
    <FormFrame
      checks={checks}
      send="提出"
      onSend={() => void propose.run(input)}
      error={propose.error}
      pending={propose.pending}
      disabled={id !== undefined && person.pending}
    >
      <DraftNotice draft={draft} />
      <MemberField
        label="谁"
        name="memberId"
        value={member ?? shown ?? null}
        onChange={(next) => draft.change((old) => ({ ...old, member: next, fromId: orgId ?? null }))}
      />
      {person.error && <FormError error={person.error} />}
      {person.data && (
        <FromField ways={ways} value={from} onChange={(next) => draft.change((old) => ({ ...old, fromId: next }))} />
      )}
      <PlaceField
        label="转到"
        name="toId"
        value={to}
        onChange={(place) => draft.change((old) => ({ ...old, to: place }))}
        hint="名称、拼音、首字母或编号都行"
      />
      <TextField
        label="一句话说明（可不填）"
        name="reason"
        max={transferReasonField.max}
        placeholder="比如：工作调到了城南"
        value={reason}
        onChange={(typed) => draft.change((old) => ({ ...old, reason: typed }))}
        hint="本人和对方的书记都看得到"
      />
      <Text className="sx-form__note">
        对方同意后才转，在这之前什么都不变；本人会在“我的”看到，不想转可以撤回。三十天没有答复就自动作废。
      </Text>
    </FormFrame>
  );
}
