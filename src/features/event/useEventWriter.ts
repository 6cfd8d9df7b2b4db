import { useState } from 'react';
import type { EventDetail } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { useCommandCall } from '@/shared/call/command';
import { offerRevision } from '@/shared/draft/offerRevision';
import { saveRevision } from '@/shared/draft/saveRevision';
import { sameWords } from '@/shared/draft/standing';
import { useVersionedDraft } from '@/shared/draft/useVersionedDraft';
import { useChecks } from '@/shared/form/useChecks';
import { go, replace } from '@/shared/nav';
import { useHere } from '@/shared/useHere';
import { planErrors, planOf, toCreation, toRevision, type EventPlan } from './plan';

interface Options {
  /** What is being revised, as the server has it now; `null` for a new one. */
  base: EventDetail | null;
  /** What a new one starts from. */
  start: EventPlan;
  onSaved: (event: EventDetail) => void;
}

const draftName = (id: string): string => `event:${id}`;

/** The state of the organiser's page: the plan, what is wrong with it, and sending it. */
export function useEventWriter({ base, start, onSaved }: Options) {
  const draft = useVersionedDraft(draftName(base?.id ?? 'new'), base ? planOf(base) : start, base?.version ?? 0);
  const here = useHere();
  // Until the page has gone: a second tap must not make a second event.
  const [saved, setSaved] = useState(false);
  const create = useCommandCall('event.create', { intention: draft.intention });
  const revise = useCommandCall('event.revise', {
    intention: draft.intention,
    followed: (reply) => draft.standing(read(reply).words) === 'earlier',
  });
  const failed = base ? revise.error : create.error;
  // The notice about the newer version says it better.
  const error = failed?.code === 'CONFLICT' ? null : failed;

  const plan = draft.value;
  const checks = useChecks({ values: plan, errors: planErrors(plan, serverNow(), base ?? undefined), error });

  // The org's name and the usual times are there to be shown, not something that was typed. A change that waits is kept,
  // though not shown yet.
  const read = ({ event }: { event: EventDetail }) => ({
    words: event.held?.of === 'edit' ? plan : { ...planOf(event), orgName: plan.orgName, usual: plan.usual },
    version: event.version,
  });

  const finish = (then: () => void): void => {
    draft.sent();
    setSaved(true);
    then();
  };

  const publish = async (): Promise<void> => {
    const reply = await create.run(toCreation(plan, serverNow()));
    if (!reply) return;
    const { event } = reply;
    const stands = read(reply);
    const kept = plan.orgId === event.orgId && sameWords(plan.form, event.form);
    const fixed = kept ? '' : '主办组织和报名问题发布后不能改；要换，请取消这场、另发一场。';
    const brought =
      draft.standing(stands.words) !== 'these' &&
      (await offerRevision(draft, { thing: '活动', fixed, name: draftName(event.id), stands }));
    finish(() => {
      if (!brought) onSaved(event);
      else if (here()) replace('eventEdit', { id: event.id });
      else go('eventEdit', { id: event.id });
    });
  };

  const save = async (id: string): Promise<void> => {
    const send = (version: number) => revise.run({ ...toRevision(plan, serverNow()), id, version });
    const reply = await saveRevision(draft, send, read);
    if (reply && reply !== 'behind') finish(() => onSaved(reply.event));
  };

  return {
    plan,
    draft,
    checks,
    error,
    pending: create.pending || revise.pending || saved,
    send: (): void => void (base ? save(base.id) : publish()),
  };
}
