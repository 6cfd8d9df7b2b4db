import type { ActionParsed } from '../../../contract/registry';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { settle } from '../../shared/moderation/public';
import { appealUntil } from '../../shared/moderation/rules/machine';
import { takeStep } from '../../shared/moderation/store';
import { ownCase, shownToAuthor, type Context } from './finding';
import { moderated } from './kinds';

/** The author's one appeal: somebody who had no part in it looks at it anew. The words stay kept meanwhile. */
export async function appeal(context: Context, { id, commandId, text }: ActionParsed<'moderation.appeal'>) {
  const { db, others, now } = context;
  const seen = (await ownCase(context, id)) ?? refuse('moderation.appeal', 'CASE_NOT_YOURS');
  if (wasSeen(seen, commandId)) {
    return shownToAuthor(context, seen.unsettledAt === undefined ? seen : await settle(others, moderated, seen, now));
  }
  if (seen.appeal !== null) refuse('moderation.appeal', 'APPEAL_ONCE');
  if (appealUntil(seen, now) === null) refuse('moderation.appeal', 'APPEAL_OVER');
  const set = { appeal: { text, at: now } };
  const stepped = await takeStep(db.moderationCases, seen, { step: { how: 'appealed' }, now, commandId, set });
  if (stepped === undefined) refuse('CONFLICT');
  return shownToAuthor(context, await settle(others, moderated, stepped, now));
}
