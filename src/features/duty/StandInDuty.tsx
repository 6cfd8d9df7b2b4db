import { dayOf } from '@contract/day';
import type { ManagedDuty } from '@contract/domains/duty/actions';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { useQueryCall } from '@/shared/call/query';
import { useDraft } from '@/shared/draft/useDraft';
import { back } from '@/shared/nav';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { DutyForm } from './DutyForm';
import { savedText } from './terms';
import { useRemove } from './useRemove';
import { toStandIn, wordsOf, type Words } from './words';

/** Has somebody stand in for a time (代理) for whoever holds a duty. */
export function StandInDuty({ of }: { of: string }) {
  const query = useQueryCall('duty.get', { id: of });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={4} />}>
      {({ duty }) => <StandInForm duty={duty} />}
    </QueryView>
  );
}

function StandInForm({ duty }: { duty: ManagedDuty }) {
  const start: Words = { ...wordsOf(duty), memberId: null, name: '', from: dayOf(serverNow()), until: null };
  const draft = useDraft(`duty-stand-in:${duty.id}`, start);
  const here = useHere();
  const { setRemoved } = useRemove();
  const { run, error, pending } = useCommandCall('duty.standIn', {
    intention: draft.intention,
    onDone: (reply) => {
      draft.sent();
      snackbar(savedText(`${reply.duty.name}代理${duty.title}`, reply.duty), {
        undo: () => void setRemoved(reply.duty.id, true),
      });
      if (here()) back();
    },
  });
  return (
    <DutyForm
      words={draft.value}
      onChange={draft.change}
      orgId={duty.orgId}
      standsIn={`代理${duty.name}的职务：${duty.group} · ${duty.title}`}
      send="保存"
      onSend={() => void run(toStandIn(draft.value, duty.id))}
      error={error}
      pending={pending}
    />
  );
}
