import { BULK_MAX } from '../../../contract/domains/moderation/constants';
import type { ActionOutput, ActionParsed } from '../../../contract/registry';
import { among, atMost } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { settle } from '../../shared/moderation/public';
import { hindrance } from '../../shared/moderation/rules/machine';
import type { CaseDoc, Decision } from '../../shared/moderation/shape';
import { takeStep } from '../../shared/moderation/store';
import type { Context } from './finding';
import { moderated } from './kinds';

type Reply = ActionOutput<'moderation.rejectSpam'>;
type Result = Reply['results'][number]['result'];

/**
 * Turns many down as advertising, each by itself: what somebody else has claimed, or has decided, stays as it is, and the
 * reply says so of each. Nothing is done where the right is wanting on one of their orgs.
 */
export async function rejectSpam(
  context: Context,
  { ids, commandId }: ActionParsed<'moderation.rejectSpam'>,
): Promise<Reply> {
  const { db, requirePermissionOnOrg } = context;
  const found = await db.moderationCases.find({ _id: among(ids) }, { limit: BULK_MAX });
  if (found.length === 0) refuse('NOT_FOUND');
  const orgs = new Map(found.map(({ orgId, orgPath }) => [orgId, orgPath]));
  for (const [orgId, path] of orgs) await requirePermissionOnOrg(orgId, path);
  const results: Reply['results'] = [];
  for (const id of new Set(ids)) {
    const one = found.find(({ _id }) => _id === id);
    results.push({ id, result: one === undefined ? 'gone' : await rejectOne(context, one, commandId) });
  }
  return { results };
}

async function rejectOne(context: Context, seen: CaseDoc, commandId: string): Promise<Result> {
  const { db, others, viewer, now } = context;
  if (wasSeen(seen, commandId)) {
    if (seen.unsettledAt !== undefined) await settle(others, moderated, seen, now);
    return 'done';
  }
  const hindered = hindrance(seen, viewer._id);
  if (hindered !== null) return hindered;
  // An appeal is read, never swept away.
  if (seen.queue === 'appeal') return 'taken';
  const decision: Decision = {
    verdict: 'rejected',
    reason: 'advertising',
    words: '',
    at: now,
    by: viewer._id,
    onAppeal: false,
  };
  const stepped = await takeStep(db.moderationCases, seen, {
    step: { how: 'decided', verdict: 'rejected' },
    now,
    commandId,
    decisions: [...seen.decisions, decision],
    anyOf: [{ claim: null }, { 'claim.until': atMost(now) }, { 'claim.by': viewer._id }],
  });
  if (stepped === undefined) return 'taken';
  const settled = await settle(others, moderated, stepped, now);
  return settled.state === 'overtaken' ? 'closed' : 'done';
}
