import { UNDO_DAYS } from '../../../contract/domains/invitation/constants';
import type { ActionError, ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { viewerAt } from '../../kernel/identity';
import { belongingsOf, changeBelonging } from '../../kernel/members';
import { above } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import { freeName, takeName } from '../roster/public';
import type { InvitationDatabase, JoinRequestDoc } from './collections';
import { addTo } from './joining';
import { DAY_MS } from '../../../contract/durations';
import { requestState } from './rules/request';
import { givePlaceBack, seeInvitation, takePlace } from './store';

/* Requests to join, from the side of those who decide. */

type Deciding = MemberContext<InvitationDatabase>;
type Decision = ActionParsed<'invitation.decide'>;
type Refused = { refused: Extract<ActionError<'invitation.decide'>, 'INVITATION_FULL' | 'JOIN_ORG_CLOSED'> };

/** The request, once the right to decide about it is proved. */
async function provedRequest({ db, requirePermissionOnOrg }: Deciding, id: string): Promise<JoinRequestDoc> {
  const request = (await db.joinRequests.get(id)) ?? refuse('NOT_FOUND');
  await requirePermissionOnOrg(request.orgId, request.orgPath);
  return request;
}

const DISABLED = '这个人的账号已停用，暂时不能同意。';
const DECIDED = '这次申请已经有了结果，请看最新的一条。';

/**
 * Approves or declines. An approval takes a place of the invitation first, also of one that has expired meanwhile, then
 * says so; a member is in with that, somebody who has no record yet comes in by himself. Sent again, it does what was
 * left undone.
 */
export async function decide(context: Deciding, command: Decision): Promise<JoinRequestDoc | Refused> {
  const { db, viewer, now } = context;
  const { id, commandId, verdict, sentence } = command;
  const request = await provedRequest(context, id);
  const fresh = !wasSeen(request, commandId);
  if (fresh && requestState(request, now) !== 'waiting') refuse('CONFLICT', { message: DECIDED });
  const approves = fresh && verdict === 'approved';
  const brings = approves && (await bringsIn(context, request));
  if (approves && !(await reserve(db, request, now))) return { refused: 'INVITATION_FULL' };
  const decision = { by: viewer._id, at: now, sentence };
  const changed = await changeOnce(db.joinRequests, command, {
    change: { set: { state: verdict, decision, ...(brings && { brought: true as const }) } },
    expected: { state: 'waiting', until: above(now) },
  });
  const decided = await documentAfter(changed, command, () => db.joinRequests.get(id), DECIDED);
  return decided.state === 'approved' ? letIn(context, decided, commandId) : decided;
}

/** Whether a member comes in by it, who is not there by another way; refuses where he cannot be moved now. */
async function bringsIn({ others, now }: Deciding, { memberId, orgId }: JoinRequestDoc): Promise<boolean> {
  const [person] = memberId === null ? [] : await belongingsOf(others, [memberId]);
  if (person === undefined) return false;
  if (viewerAt(person, now).disabled) refuse('CONFLICT', { message: DISABLED });
  return !person.orgIds.includes(orgId);
}

/** Has the applicant a place; false where there is none left. */
async function reserve(db: InvitationDatabase, { invitationId, k }: JoinRequestDoc, now: number): Promise<boolean> {
  const invitation = await seeInvitation(db, invitationId, k);
  // One that was removed long after it expired keeps nobody out.
  if (invitation === undefined || invitation.place !== undefined) return true;
  return takePlace(db, invitation, { k, at: now });
}

/** Makes a member who asked one of the org; who has no record yet comes in by himself. */
async function letIn(context: Deciding, request: JoinRequestDoc, commandId: string): Promise<JoinRequestDoc | Refused> {
  if (request.memberId === null || request.entered) return request;
  const member = await addTo(context, request.memberId, request.orgId, commandId);
  if (member === undefined) return { refused: 'JOIN_ORG_CLOSED' };
  await context.db.joinRequests.update({ _id: request._id }, { set: { entered: true } });
  if (request.listed !== undefined) await takeName(context.others, request.listed, request.k);
  return { ...request, entered: true };
}

/** Takes a decision back within a day: the request waits again, and who came in by it is out again. */
export async function undecide(context: Deciding, command: { id: string; commandId: string }): Promise<JoinRequestDoc> {
  const { db, others, now } = context;
  const { id, commandId } = command;
  const before = await provedRequest(context, id);
  const undone = await changeOnce(db.joinRequests, command, {
    change: { set: { state: 'waiting', decision: null, entered: false } },
    expected: { state: before.state, 'decision.at': above(now - UNDO_DAYS * DAY_MS) },
  });
  const request = await documentAfter(undone, command, () => db.joinRequests.get(id), '已过一天，收不回了。');
  if (request.state !== 'waiting') return request;
  await givePlaceBack(db, request.invitationId, request.k);
  if (request.listed !== undefined) await freeName(others, request.listed, request.k);
  if (request.memberId === null || request.brought !== true) return request;
  await changeBelonging(others, request.memberId, { remove: [request.orgId] }, { key: `join:${commandId}`, now });
  await db.joinRequests.update({ _id: id, state: 'waiting' }, { unset: ['brought'] });
  return request;
}
