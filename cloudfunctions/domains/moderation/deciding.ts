import type { ActionParsed } from '../../../contract/registry';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { settle } from '../../shared/moderation/public';
import { hindrance, mayUndo } from '../../shared/moderation/rules/machine';
import type { CaseDoc, Decision } from '../../shared/moderation/shape';
import { takeStep } from '../../shared/moderation/store';
import { provedCase, shown, takesBack, type Context } from './finding';
import { moderated } from './kinds';

/* Decisions of persons. The case is written first, what follows for the thing after it; sent again, it is made good. */

const refusals = { own: 'CASE_OWN', samePerson: 'CASE_SAME_PERSON', closed: 'CASE_CLOSED' } as const;

/** A decision, as it is remembered with the case. */
const decisionOf = (
  { appeal, decisions }: CaseDoc,
  { verdict, reason, words }: Pick<Decision, 'verdict' | 'reason' | 'words'>,
  { viewer, now }: Context,
): Decision => ({
  verdict,
  // Of what passes there is nothing to give a reason for.
  reason: verdict === 'visible' ? null : reason,
  words,
  at: now,
  by: viewer._id,
  onAppeal: appeal !== null && !decisions.some(({ onAppeal }) => onAppeal),
});

/** What a step meant is carried out, also where an earlier sending of the command broke off before. */
const carriedOut = (context: Context, doc: CaseDoc): Promise<CaseDoc> =>
  doc.unsettledAt === undefined ? Promise.resolve(doc) : settle(context.others, moderated, doc, context.now, context);

/** Decides about a case that the caller has claimed and nobody has taken over since. */
export async function decide(context: Context, { id, commandId, ...said }: ActionParsed<'moderation.decide'>) {
  const { db, viewer, now } = context;
  const seen = await provedCase(context, id);
  if (wasSeen(seen, commandId)) return ended(context, await carriedOut(context, seen));
  const hindered = hindrance(seen, viewer._id);
  if (hindered !== null) refuse('moderation.decide', refusals[hindered]);
  if (seen.claim?.by !== viewer._id) refuse('moderation.decide', 'CASE_NOT_CLAIMED');
  const stepped = await takeStep(db.moderationCases, seen, {
    step: { how: 'decided', verdict: said.verdict },
    now,
    commandId,
    decisions: [...seen.decisions, decisionOf(seen, said, context)],
    expected: { 'claim.by': viewer._id },
  });
  if (stepped !== undefined) return ended(context, await carriedOut(context, stepped));
  const standing = (await db.moderationCases.get(id)) ?? refuse('NOT_FOUND');
  if (wasSeen(standing, commandId)) return ended(context, standing);
  refuse('moderation.decide', standing.turn === seen.turn ? 'CASE_NOT_CLAIMED' : 'CASE_CLOSED');
}

/** The reply, or that the words were written anew since. */
function ended(context: Context, doc: CaseDoc) {
  return doc.state === 'overtaken' ? refuse('moderation.decide', 'CASE_OVERTAKEN') : shown(context, doc);
}

/** Takes the last decision back: the case waits again, and the thing with it. */
export async function undo(context: Context, { id, commandId }: ActionParsed<'moderation.undo'>) {
  const { db, now } = context;
  const seen = await provedCase(context, id);
  if (wasSeen(seen, commandId)) return shown(context, await carriedOut(context, seen));
  if (!mayUndo(seen, { now, takesBack: takesBack(seen) })) refuse('moderation.undo', 'DECISION_FIXED');
  const decisions = seen.decisions.slice(0, -1);
  const stepped = await takeStep(db.moderationCases, seen, { step: { how: 'undone' }, now, commandId, decisions });
  if (stepped === undefined) refuse('moderation.undo', 'DECISION_FIXED');
  const settled = await carriedOut(context, stepped);
  return settled.state === 'overtaken' ? refuse('moderation.undo', 'DECISION_FIXED') : shown(context, settled);
}
