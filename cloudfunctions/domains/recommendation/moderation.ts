import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { changeOnce, documentAfter, revise } from '../../shared/commands/store';
import { checkWords, hold, overtake, sample } from '../../shared/moderation/public';
import { asKept, caseIdOf, heldBy, type NewCase } from '../../shared/moderation/rules/cases';
import type { Checked } from '../../shared/moderation/rules/check';
import { isKept } from '../../shared/publication/rules/publication';
import { keptBack } from '../../shared/publication/rules/moderation';
import type { RecommendationDatabase, RecommendationDoc } from './collections';
import { partsOf, SCENE, saysOtherwise, submitted, type Words } from './rules/words';

/* What is written goes by the moderation first (docs/mechanisms/moderation.md). */

type Context = MemberContext<RecommendationDatabase>;
const KIND = 'recommendation';

export const checkRecommendation = (context: Context, words: Words): Promise<Checked> =>
  checkWords(
    context,
    partsOf(words).map(({ text }) => text),
    SCENE,
  );

/** What a new one embeds where its words wait. */
export const keptUnder = (id: string, commandId: string, checked: Checked, publishAt: number) =>
  keptBack(checked.passed ? undefined : heldBy('publication', caseIdOf(KIND, id, commandId), checked), publishAt);

/** Files what waits, or has a person look at a share of what passed. One round trip, of most that passed none. */
export async function fileNew({ others, now }: Context, doc: RecommendationDoc, checked: Checked): Promise<void> {
  const thing = { ...submitted(doc), kind: KIND, scene: SCENE } as const;
  if (isKept(doc) && doc.held !== undefined) {
    await hold(others, { ...thing, id: doc.held.caseId, cause: 'publication', checked: asKept(checked) }, now);
  } else if (checked.passed) await sample(others, thing, now);
}

/** A revision that was sent again: what its first sending may have left unfiled is filed. */
export async function fileAgain(context: Context, doc: RecommendationDoc, input: Revision): Promise<void> {
  if (doc.held?.caseId !== caseIdOf(KIND, doc._id, input.commandId)) return;
  const checked = await checkRecommendation(context, input);
  if (isKept(doc)) await fileNew(context, doc, checked);
  else await fileEdit(context, doc, { words: input, publishAt: doc.held.publishAt, checked: asKept(checked) });
}

async function fileEdit(
  { others, now }: Context,
  doc: RecommendationDoc,
  { words, publishAt, checked }: { words: Words; publishAt: number; checked: NewCase['checked'] },
): Promise<void> {
  const { reason, questions, pointer } = words;
  const thing = { ...submitted(doc, { reason, questions, pointer, publishAt }), kind: KIND, scene: SCENE } as const;
  await hold(others, { ...thing, id: doc.held?.caseId ?? '', cause: 'edit', checked }, now);
}

type Revision = ActionParsed<'recommendation.revise'>;

/**
 * Writes a revision: at once where its words pass; beside what stands, which stays up, where they wait; and of one that
 * nobody else sees yet in its place. At most two round trips more than without a check, where it waits.
 */
export async function writeRevision(
  context: Context,
  doc: RecommendationDoc,
  input: Revision,
  publishAt: number,
): Promise<RecommendationDoc> {
  const { db, others, now } = context;
  const kept = isKept(doc);
  const checked: Checked =
    kept || saysOtherwise(doc, input) ? await checkRecommendation(context, input) : { passed: true };
  const standing = () => db.recommendations.get(input.id);
  const { reason, questions, pointer } = input;
  const words = { reason, questions, pointer };
  const caseId = caseIdOf(KIND, doc._id, input.commandId);
  if (checked.passed || kept) {
    const held = checked.passed ? undefined : heldBy('publication', caseId, checked);
    const set = { ...words, ...keptBack(held, publishAt) };
    const change = { set, ...(held === undefined && { unset: ['held'] as const }) };
    const written = await documentAfter(await revise(db.recommendations, input, { change }), input, standing);
    if (doc.held !== undefined) await overtake(others, doc.held.caseId, now);
    await fileNew(context, written, checked);
    return written;
  }
  const held = { ...heldBy('edit', caseId, checked), publishAt };
  // What stands is the version that was seen, also afterwards.
  const noted = { change: { set: { held } }, expected: { version: input.version } };
  const written = await documentAfter(await changeOnce(db.recommendations, input, noted), input, standing);
  if (doc.held !== undefined) await overtake(others, doc.held.caseId, now);
  await fileEdit(context, written, { words, publishAt, checked });
  return written;
}
