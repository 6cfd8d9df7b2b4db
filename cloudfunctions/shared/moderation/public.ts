import { config } from '../../../contract/config';
import type { ModeratedKind } from '../../../contract/domains/moderation/constants';
import type { Viewer } from '../../kernel/context';
import { forgetUnchecked, noteUnchecked } from '../../kernel/memberWords';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { addOnce } from '../../kernel/once';
import { above, among, type Conditions, type Path } from '../../kernel/port';
import { notify, type Sender } from '../notices/public';
import { checkWords, type Asking } from './ask';
import { askAboutMedia, stepOnPush, type MediaFile } from './media';
import { moderationCollections } from './collections';
import { byMachine, lookIdOf, newCase, overtaken, toLookAt, type NewCase } from './rules/cases';
import { isSampled, type Scene } from './rules/check';
import type { MediaPush } from './rules/media';
import { RETRY_MS, thingAfter } from './rules/machine';
import { noticeOf } from './rules/telling';
import type { CaseDoc, ModeratedDomain, ModeratedThing } from './shape';
import { settledNow, takeStep } from './store';

export { checkWords } from './ask';

const own = (others: Others) => openOwn(others, moderationCollections);

/** How each kind of thing is shown or kept from others: the table of the domain `moderation`. */
export type ModeratedDomains = Readonly<Partial<Record<ModeratedKind, ModeratedDomain>>>;

/**
 * Files what others may not see yet; under the same id it stays one. One round trip; two where WeChat is to be asked
 * again, which the author's next call must know.
 */
export async function hold(others: Others, filed: NewCase, now: number): Promise<CaseDoc> {
  const made = newCase(filed, now);
  const standing = await addOnce(own(others).moderationCases, made);
  if (made.retryAt !== null) await noteUnchecked(others, made.authorId, now);
  return standing;
}

/**
 * Has a person look at a share of what passed at once, the same share always of the same things. No round trip for most
 * of them, one for those.
 */
export async function sample(
  others: Others,
  { kind, scene, ...thing }: ModeratedThing & { kind: ModeratedKind; scene: Scene },
  now: number,
): Promise<void> {
  const id = lookIdOf('sample', kind, thing.thing, thing.version);
  if (!isSampled(id, config.moderation.samplePercent)) return;
  await own(others).moderationCases.add(
    newCase({ ...thing, id, kind, scene, cause: 'sample', checked: toLookAt() }, now),
  );
}

/** The case is about words that were written anew since: where it is still open, nobody need look at it. One round trip. */
export const overtake = (others: Others, caseId: string, now: number): Promise<number> =>
  own(others).moderationCases.update(
    { _id: caseId, state: among(['pending', 'review']) },
    { set: overtaken(now), inc: { turn: 1 } },
  );

/**
 * Carries out what a step means for the thing, and tells its author; under the same turn of the case twice is once.
 * `sender`: the context of a member's call, in which a WeChat message may go out.
 */
export async function settle(
  others: Others,
  domains: ModeratedDomains,
  judged: CaseDoc,
  now: number,
  sender?: Sender,
): Promise<CaseDoc> {
  const settled = await carriedOut(others, domains, judged, now);
  const notice = noticeOf(settled);
  await notify(others, notice === undefined ? [] : [notice], now, sender);
  // The note that something is still to be done goes last: whoever is killed before is made good.
  await settledNow(own(others).moderationCases, settled);
  return settled;
}

async function carriedOut(others: Others, domains: ModeratedDomains, judged: CaseDoc, now: number): Promise<CaseDoc> {
  const to = thingAfter(judged, judged.state);
  const key = `${judged._id}:${judged.turn}`;
  const domain = domains[judged.kind];
  const done = to === undefined || domain === undefined ? 'done' : await domain.apply(others, judged, to, { key, now });
  if (done === 'done') return judged;
  // Whatever was decided, it was about words that are not there any more.
  const { _id, turn } = judged;
  const change = { set: overtaken(now), inc: { turn: 1 } } as const;
  return (await own(others).moderationCases.updateOne({ _id, turn }, change)) ?? judged;
}

/** Who calls, and whether words of his wait. */
type Writer = Pick<Viewer, '_id' | 'unchecked'>;

/** Cases of one author that are asked about again in one call of his. */
const RETRIED = 3;

/**
 * Asks WeChat again about what the caller wrote while there was no verdict to be had. No round trip where nothing waits; of
 * two calls at once one asks.
 */
export async function retryOwn(
  { others, viewer, now, ...context }: Asking & { others: Others; viewer: Writer; now: number },
  domains: ModeratedDomains,
): Promise<void> {
  if (viewer.unchecked === undefined) return;
  const { moderationCases } = own(others);
  const waiting = await moderationCases.find(
    { authorId: viewer._id, retryAt: above(0) },
    { sort: [['retryAt', 1]], limit: RETRIED },
  );
  if (waiting.length === 0) await forgetUnchecked(others, viewer._id, viewer.unchecked);
  await Promise.all(waiting.filter(({ retryAt }) => retryAt !== null && retryAt <= now).map((seen) => retry(seen)));

  async function retry({ _id, retryAt }: CaseDoc): Promise<void> {
    const mine = await moderationCases.updateOne(
      { _id, retryAt, state: 'pending' },
      { set: { retryAt: now + RETRY_MS } },
    );
    if (mine === undefined) return;
    const texts = mine.parts.map(({ text }) => text);
    const checked = await checkWords(context, texts, mine.scene as Scene);
    if (!checked.passed && checked.state === 'pending') return;
    const suggest = checked.passed ? 'pass' : checked.state === 'rejected' ? 'risky' : 'review';
    const stepped = await takeStep(moderationCases, mine, {
      step: { how: 'checked', suggest },
      now,
      ...(suggest === 'risky' && { decisions: [...mine.decisions, byMachine(now)] }),
      set: checked.passed ? {} : { why: checked.why, found: checked.found },
    });
    if (stepped !== undefined) await settle(others, domains, stepped, now);
  }
}

/** Cases of any of these conditions, what has waited longest first. One round trip. */
export const findCases = (
  others: Others,
  anyOf: readonly Conditions<CaseDoc>[],
  options: { limit: number; fields: readonly Path<CaseDoc>[] },
): Promise<CaseDoc[]> => own(others).moderationCases.find({ anyOf }, { ...options, sort: [['at', 1]] });

/**
 * Files a picture, sound or video of the caller's, which nobody else sees before its verdict: WeChat's, pushed later, of a
 * picture or sound; a person's of a video, and of what WeChat was not there for. One round trip.
 */
export async function holdMedia(
  context: Asking & { others: Others; now: number; appId: string },
  { file, ...filed }: Omit<NewCase, 'checked' | 'scene'> & { scene: Scene; file: MediaFile },
): Promise<CaseDoc> {
  const { others, now, appId } = context;
  const { state, why, traceId } = await askAboutMedia(context, file, filed.scene);
  const made = newCase({ ...filed, checked: { passed: false, state, why, found: [] } }, now);
  // Only texts are asked about again.
  return addOnce(own(others).moderationCases, {
    ...made,
    retryAt: null,
    media: { fileId: file.fileId, traceId, appId },
  });
}

/**
 * Takes a verdict on a picture or sound that WeChat pushed, and carries it out. The same push again, and what nobody asked
 * about, changes nothing.
 */
export async function mediaVerdictOn(
  others: Others,
  domains: ModeratedDomains,
  push: MediaPush,
  now: number,
): Promise<'done' | 'seen' | 'unknown'> {
  const taken = await stepOnPush(own(others).moderationCases, push, now);
  if (taken.how !== 'stepped') return taken.how;
  await settle(others, domains, taken.doc, now);
  return 'done';
}
