import type { ActionParsed } from '../../../contract/registry';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { lookIdOf, newCase, toLookAt } from '../../shared/moderation/rules/cases';
import { NEVER } from '../../shared/moderation/rules/machine';
import type { ModeratedThing } from '../../shared/moderation/shape';
import { eventToReport } from '../event/public';
import { recommendationToReport } from '../recommendation/public';
import type { Context } from './finding';

type Report = ActionParsed<'moderation.report'>;

/** Something for many to read; nobody asks WeChat about it again. */
const SCENE = 0;

const thingOf = ({ others, viewer, now }: Context, { kind, thing }: Report): Promise<ModeratedThing | undefined> =>
  kind === 'recommendation' ? recommendationToReport(others, viewer, thing, now) : eventToReport(others, viewer, thing);

/**
 * Notes what a reader says of something that he may see: one report of a person about a thing, and one case of all who
 * say something of the same version. The thing stays up until a person has decided.
 */
export async function report(context: Context, input: Report): Promise<{ reported: true }> {
  const { db, viewer, now } = context;
  const { kind, thing, reason, words } = input;
  const found = (await thingOf(context, input)) ?? refuse('NOT_FOUND');
  const caseId = lookIdOf('report', kind, thing, found.version);
  const id = deriveId('mr', viewer._id, kind, thing);
  const said = { caseId, memberId: viewer._id, reason, words, at: now, expiresAt: NEVER };
  const filed = await addOnce(db.moderationReports, { _id: id, ...said });
  // Said once before, of this version or another: it counts once.
  if (filed.caseId !== caseId) return { reported: true };
  const looked = { ...found, id: caseId, kind, cause: 'report', scene: SCENE, checked: toLookAt() } as const;
  await addOnce(db.moderationCases, newCase(looked, now));
  await db.moderationCases.update({ _id: caseId }, { addToSet: { reported: [filed.reason] } });
  return { reported: true };
}
