import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import type { Conditions } from '../../kernel/port';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import { checkWords, hold, overtake, sample } from '../../shared/moderation/public';
import { asKept, caseIdOf, heldBy, type NewCase } from '../../shared/moderation/rules/cases';
import type { Checked } from '../../shared/moderation/rules/check';
import type { CaseDoc } from '../../shared/moderation/shape';
import type { SeenBy } from '../../shared/participation/shape';
import { showPlan } from './cards';
import type { EventDatabase, EventDoc } from './collections';
import { isKept } from './rules/access';
import type { Plan } from './rules/plan';
import { partsOf, planOfCase, saysOtherwise, SCENE, submitted } from './rules/words';
import { replan } from './store';

/* What is written goes by the moderation first (docs/mechanisms/moderation.md). */

type Context = MemberContext<EventDatabase>;
type Words = Parameters<typeof partsOf>[0];
const KIND = 'event';

export const checkEvent = (context: Context, words: Words, form?: EventDoc['form']): Promise<Checked> =>
  checkWords(
    context,
    partsOf(words, form).map(({ text }) => text),
    SCENE,
  );

/** What a new one embeds where its words wait: it is called off for everybody, until it passes. */
export const keptUnder = (id: string, commandId: string, checked: Checked): Partial<EventDoc> =>
  checked.passed
    ? {}
    : { cancelled: true, held: { ...heldBy('publication', caseIdOf(KIND, id, commandId), checked), cancelled: false } };

/** Words that stand already were looked at; of what nobody sees yet, all are looked at again. */
export const checkRevision = (context: Context, event: SeenBy<EventDoc>, words: Words): Promise<Checked> =>
  isKept(event)
    ? checkEvent(context, words, event.form)
    : saysOtherwise(event, words)
      ? checkEvent(context, words)
      : Promise.resolve({ passed: true });

/** What an event that nobody sees yet embeds once it was written anew; nothing where that passed. */
export const heldAfter = (
  event: Pick<SeenBy<EventDoc>, '_id' | 'held'>,
  { commandId }: { commandId: string },
  checked: Checked,
): EventDoc['held'] =>
  checked.passed
    ? undefined
    : {
        ...heldBy('publication', caseIdOf(KIND, event._id, commandId), checked),
        cancelled: event.held?.cancelled ?? false,
      };

type Filed = Parameters<typeof submitted>[0];

/** Files what waits, or has a person look at a share of what passed. One round trip, of most that passed none. */
export async function fileNew({ others, now }: Context, event: Filed, checked: Checked): Promise<void> {
  const thing = { ...submitted(event), kind: KIND, scene: SCENE } as const;
  if (isKept(event) && event.held !== undefined) {
    await hold(others, { ...thing, id: event.held.caseId, cause: 'publication', checked: asKept(checked) }, now);
  } else if (checked.passed) await sample(others, thing, now);
}

/** Notes beside the event that a change of it waits, and files that change. The event itself stays as it is. */
export async function fileEdit(
  context: Context,
  event: SeenBy<EventDoc>,
  { input, checked }: { input: ActionParsed<'event.revise'>; checked: NewCase['checked'] },
): Promise<void> {
  const { db, others, now } = context;
  const caseId = caseIdOf(KIND, event._id, input.commandId);
  const held = { ...heldBy('edit', caseId, checked), cancelled: event.cancelled };
  const noted = { change: { set: { held } }, expected: { version: input.version } };
  await documentAfter(await changeOnce(db.events, input, noted), input, () => db.events.get(input.id));
  if (event.held !== undefined && event.held.caseId !== caseId) await overtake(others, event.held.caseId, now);
  await hold(others, { ...submitted(event, input), id: caseId, kind: KIND, scene: SCENE, cause: 'edit', checked }, now);
}

/** A revision that was sent again: what its first sending may have left unfiled is filed. */
export async function fileAgain(
  context: Context,
  event: SeenBy<EventDoc>,
  input: ActionParsed<'event.revise'>,
): Promise<void> {
  if (event.held?.caseId !== caseIdOf(KIND, event._id, input.commandId)) return;
  const checked = await checkEvent(context, input, isKept(event) ? event.form : []);
  if (isKept(event)) await fileNew(context, event, checked);
  else await fileEdit(context, event, { input, checked: asKept(checked) });
}

/** Of one that nobody sees yet, the words anew: what it embeds then, and what its case was before. */
export async function fileRewritten(
  context: Context,
  event: Filed,
  { before, checked }: { before: EventDoc['held']; checked: Checked },
): Promise<void> {
  const { others, now } = context;
  if (before !== undefined && before.caseId !== event.held?.caseId) await overtake(others, before.caseId, now);
  await fileNew(context, event, checked);
}

type To = 'visible' | 'rejected' | 'waiting';

/** Carries a verdict out on an event: shows it or its change, or calls it off for everybody, its words with it. */
export async function applyToEvent(
  { db, others }: { db: EventDatabase; others: Others },
  judged: CaseDoc,
  to: To,
  { key, now }: { key: string; now: number },
): Promise<'done' | 'overtaken'> {
  const target = { id: judged.thing, commandId: key };
  const kept: Conditions<EventDoc> = { 'held.caseId': judged._id };
  if (judged.cause === 'edit' && to === 'visible') return applyEdit({ db, others }, judged, { ...target, now });
  if (judged.cause === 'edit') {
    const set = { 'held.state': to === 'rejected' ? 'rejected' : 'waiting' } as const;
    await changeOnce(db.events, target, { change: { set }, expected: kept });
    return 'done';
  }
  const { cancelled } = judged.fields as { cancelled: boolean };
  const held = { of: 'publication', state: to === 'rejected' ? 'rejected' : 'waiting', caseId: judged._id, cancelled };
  const steps =
    to === 'visible'
      ? // What its organiser has said since counts: whether it is to take place.
        [false, true].map((off) => ({
          change: { set: { cancelled: off, unsettledAt: now }, unset: ['held'] as const },
          expected: { ...kept, 'held.cancelled': off },
        }))
      : [kept, { version: judged.version, held: null }].map((expected) => ({
          change: { set: { cancelled: true, unsettledAt: now, held } },
          expected: expected,
        }));
  for (const step of steps) {
    const changed = await changeOnce(db.events, target, step);
    if (changed !== undefined) {
      await showPlan(others, changed);
      return 'done';
    }
  }
  return endedAs(await db.events.get(judged.thing), judged, { key, to });
}

/** How it ended where nothing was to change: it was done before, or it was up all the time. */
function endedAs(
  event: EventDoc | undefined,
  { cause }: CaseDoc,
  { key, to }: { key: string; to: To },
): 'done' | 'overtaken' {
  const stillUp = to === 'visible' && cause !== 'publication';
  return event !== undefined && (wasSeen(event, key) || stillUp) ? 'done' : 'overtaken';
}

/** Writes a change that has passed; not where the event was changed since, or people took the seats to be cut. */
async function applyEdit(
  { db, others }: { db: EventDatabase; others: Others },
  judged: CaseDoc,
  { now, ...target }: { id: string; commandId: string; now: number },
): Promise<'done' | 'overtaken'> {
  const before = await db.events.get(judged.thing);
  if (before === undefined) return 'overtaken';
  const plan: Plan = planOfCase(judged);
  const seen = { ...target, version: judged.version };
  const written = await replan(db, seen, plan, { before, now, held: undefined });
  if (written === undefined) return wasSeen(before, target.commandId) ? 'done' : 'overtaken';
  const promoted = written.queue.slice(before.capacity, written.capacity).map(({ m }) => m);
  await showPlan(others, written, promoted);
  return 'done';
}

/** Erases an event that was turned down for good. A change that did not pass leaves what stands as it is. */
export async function eraseKept({ events }: EventDatabase, { _id: caseId, thing }: CaseDoc): Promise<void> {
  // Whoever had signed up keeps his record of having done so.
  const values = { title: '未通过审核的活动', place: '', about: '' };
  await events.update({ _id: thing, 'held.caseId': caseId, 'held.of': 'publication' }, { set: values });
  await events.update({ _id: thing, 'held.caseId': caseId, 'held.of': 'edit' }, { unset: ['held'] });
}
