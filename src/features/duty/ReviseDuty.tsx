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
import { DutyActs } from './DutyActs';
import { DutyForm } from './DutyForm';
import { savedText } from './terms';
import { toRevision, wordsOf, type Words } from './words';

/** Revises a duty: who, which, from when until when; and what else can be done about it. */
export function ReviseDuty({ id }: { id: string }) {
  const query = useQueryCall('duty.get', { id });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={4} />}>
      {({ duty }) => <ReviseForm key={duty.version} duty={duty} />}
    </QueryView>
  );
}

function ReviseForm({ duty }: { duty: ManagedDuty }) {
  const before = wordsOf(duty);
  const draft = useDraft(`duty:${duty.id}:${duty.version}`, before);
  const here = useHere();
  const undo = useCommandCall('duty.revise', { onFail: ({ message }) => snackbar(message) });
  const { run, error, pending } = useCommandCall('duty.revise', {
    onDone: ({ duty: saved }) => {
      draft.sent();
      snackbar(savedText('已保存', saved), { undo: () => void undo.run(toRevision(before, saved)) });
      if (here()) back();
    },
  });
  const save = (words: Words) => void run(toRevision(words, duty));
  return (
    <DutyForm
      words={draft.value}
      onChange={draft.change}
      orgId={duty.orgId}
      fixed={duty.memberId !== null}
      standsIn={duty.standsInFor === null ? undefined : `代理：${duty.group} · ${duty.title}`}
      send="保存"
      onSend={() => save(draft.value)}
      error={error}
      pending={pending}
    >
      <DutyActs duty={duty} onEnd={() => save({ ...before, until: dayOf(serverNow()) })} />
    </DutyForm>
  );
}
