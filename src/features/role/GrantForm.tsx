import { dayOf, startOfDay, type Day } from '@contract/day';
import { roleActions } from '@contract/domains/role/actions';
import type { ActionOutput } from '@contract/registry';
import { roleNames, type Role } from '@contract/roles';
import { roleTable } from '@contract/roleTable';
import type { PickedMember } from '@/routes/member';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { dayText } from '@/shared/dayText';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { back } from '@/shared/nav';
import { MemberField } from '@/shared/member/MemberField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { TermDay } from './TermFields';
import { useEnd } from './useEnd';
import { endAfter, endOf, lastDay } from './words';

type OfOrg = ActionOutput<'role.ofOrg'>;

interface Words {
  member: PickedMember | null;
  role: Role | null;
  /** Null: from now on. */
  from: Day | null;
  until: Day | null;
}

/** The usual end of a role, not later than the giver may. */
function usualEnd(role: Role, { grantable }: Pick<OfOrg, 'grantable'>, today: Day): Day | null {
  const latest = grantable.find((one) => one.role === role)?.latest ?? null;
  const { years } = roleTable[role];
  const usual = years === null ? null : endAfter(today, years);
  return latest !== null && (usual === null || endOf(usual) > latest) ? lastDay(latest) : usual;
}

const sentence = ({ from, until }: Words): string =>
  `${from === null ? '从现在起' : `${dayText(from)}起`}，${until === null ? '不定期限' : `至${dayText(until, '0000')}`}`;

/** Gives somebody a role on an org: who and which; the term is as usual until it is changed. */
export function GrantForm({ data }: { data: OfOrg }) {
  const { org, grantable } = data;
  const today = dayOf(serverNow());
  const only = grantable.length === 1 ? (grantable[0]?.role ?? null) : null;
  const start: Words = { member: null, role: only, from: null, until: only && usualEnd(only, data, today) };
  const draft = useDraft<Words>(`role-grant:${org.id}`, start);
  const { member, role, from, until } = draft.value;
  const here = useHere();
  const { end } = useEnd();
  const grant = useCommandCall('role.grant', {
    intention: draft.intention,
    onDone: ({ term }) => {
      draft.discard();
      const done = `${term.member.name} · ${roleNames[term.role]}`;
      if (term.state === 'proposed') snackbar(`${done}，待另一位管理员同意`);
      else snackbar(`已授予${done}`, { undo: () => void end({ memberId: term.member.id, id: term.id }) });
      if (here()) back();
    },
  });
  const input = {
    ...{ orgId: org.id, memberId: member?.id ?? '', role: role as Role },
    ...{ from: from === null ? null : startOfDay(from), until: until === null ? null : endOf(until) },
  };
  const checks = useChecks({
    values: { memberId: input.memberId, role },
    errors: problemsOf(roleActions['role.grant'].input, input, {
      order: ['memberId', 'role', 'from', 'until'],
      blank: { memberId: '请选择人选', role: '请选择职责' },
    }),
    error: grant.error,
  });
  const years = [1, 3, 5].map((count) => ({
    value: endAfter(from ?? today, count),
    label: `${['一', '三', '五'][(count - 1) / 2]}年`,
  }));
  return (
    <FormFrame
      checks={checks}
      send="授予"
      onSend={() => void grant.run(input)}
      error={grant.error}
      pending={grant.pending}
      note={`在${org.name}，下一次操作起生效`}
    >
      <MemberField
        label="给谁"
        name="memberId"
        value={member}
        onChange={(next) => draft.change((old) => ({ ...old, member: next }))}
      />
      <ChoiceField
        label="什么职责"
        name="role"
        options={grantable.map((one) => ({ value: one.role, label: roleNames[one.role] }))}
        value={role}
        onChange={(next) => draft.change((old) => ({ ...old, role: next, until: usualEnd(next, data, today) }))}
      />
      <Defaults text={sentence(draft.value)} names={['from', 'until']}>
        <TermDay
          label="从哪天起"
          name="from"
          likely={[{ value: null, label: '现在' }]}
          value={from}
          onChange={(day) => draft.change((old) => ({ ...old, from: day }))}
        />
        <TermDay
          label="到哪天为止（含当天）"
          name="until"
          likely={[{ value: null, label: '不定' }, ...years]}
          value={until}
          onChange={(day) => draft.change((old) => ({ ...old, until: day }))}
        />
      </Defaults>
    </FormFrame>
  );
}
