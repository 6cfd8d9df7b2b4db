import { CODE_ALPHABET, CODE_LENGTH } from '../../../contract/domains/invitation/constants';
import { rosterQuestionTexts } from '../../../contract/domains/roster/constants';
import type { Handlers } from '../../kernel/context';
import { deriveId, randomCode } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { acceptCode, findByCode } from './accept';
import { createBelow, pageOfBatches, pageOfCodes, sheetOf } from './batch';
import type { InvitationDatabase } from './collections';
import { decide, undecide } from './decisions';
import { checkFreeText, fileFreeText } from './moderation';
import { judgeOutside } from './outside';
import { codePicture } from './picture';
import { enter, ownRequests, withdraw } from './requests';
import { findInvitation } from './store';
import { refusalOf, invitationView, newInvitation } from './rules/invitation';
import { requestView } from './rules/request';
import { setBatchRevoked } from './revoking';
import { reviseInvitation, pageOfInvitations, pageOfRequests } from './lists';

export const invitationHandlers: Handlers<'invitation', InvitationDatabase> = {
  async 'invitation.preview'({ code }, context) {
    const { db, viewer, now } = context;
    const found = await findByCode(db, context, code);
    if ('refused' in found) refuse('invitation.preview', found.refused);
    const { org, invitation } = found;
    const inside = viewer?.orgIds.includes(org._id) === true;
    const refused = invitation && invitation.place === undefined && !inside ? refusalOf(invitation, now) : undefined;
    if (refused !== undefined) refuse('invitation.preview', refused);
    return { orgName: org.name, approval: invitation?.approval ?? false, role: invitation?.role ?? null, inside };
  },

  async 'invitation.accept'({ name, fourteenOrOlder, ...entry }, context) {
    const { viewer } = context;
    if (viewer === undefined && (name === undefined || fourteenOrOlder === undefined)) refuse('BAD_INPUT');
    const from = { ...entry, name: viewer?.name ?? name ?? '', asks: true };
    const accepted = await acceptCode(context.db, context, from);
    if ('question' in accepted) {
      const fields = [{ path: 'answer', message: rosterQuestionTexts[accepted.question] }];
      refuse('invitation.accept', 'JOIN_NAMESAKE', { fields });
    }
    if ('refused' in accepted) refuse('invitation.accept', accepted.refused);
    return { outcome: accepted.outcome, orgName: accepted.orgName };
  },

  'invitation.mine': (_input, context) => ownRequests(context.db, context),

  async 'invitation.withdraw'(command, context) {
    await withdraw(context.db, context, command);
    return ownRequests(context.db, context);
  },

  async 'invitation.enter'(command, context) {
    const refused = await enter(context.db, context, command);
    if (refused !== undefined) refuse('invitation.enter', refused);
    return ownRequests(context.db, context);
  },

  async 'invitation.create'({ commandId, orgId, outside, approval, ...plan }, context) {
    const { db, viewer, now } = context;
    const [org, checked] = await Promise.all([
      context.requirePermissionOnOrg(orgId),
      checkFreeText(context, plan.note),
    ]);
    if (outside !== undefined) await judgeOutside(context, org, outside);
    const id = deriveId('i', viewer._id, commandId);
    const code = randomCode(CODE_LENGTH, CODE_ALPHABET);
    const note = checked.passed ? plan.note : '';
    const asked = { ...plan, note, approval: approval && outside === undefined };
    const role = { role: outside?.role ?? null, roleUntil: outside?.until ?? null };
    const made = newInvitation({ id, code, org, by: viewer._id }, { ...asked, ...role }, now);
    const standing = await addOnce(db.invitations, made);
    const filed = {
      kind: 'invitation',
      thing: standing._id,
      commandId,
      org,
      title: '邀请的备注',
      label: '备注',
    } as const;
    await fileFreeText(context, { ...filed, text: plan.note, shown: standing.note }, checked);
    return { invitation: invitationView(standing, now) };
  },

  async 'invitation.picture'({ id }, context) {
    const invitation = (await findInvitation(context.db, { _id: id })) ?? refuse('NOT_FOUND');
    await context.requirePermissionOnOrg(invitation.orgId, invitation.orgPath);
    return codePicture(context, invitation.code);
  },

  async 'invitation.list'({ orgId, cursor }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return pageOfInvitations(context.db, org._id, cursor, context.now);
  },

  async 'invitation.setRevoked'({ revoked, ...command }, context) {
    const set = { revokedAt: revoked ? context.now : null };
    return { invitation: await reviseInvitation(context, command, set) };
  },

  async 'invitation.renew'({ days, limit, ...command }, context) {
    return { invitation: await reviseInvitation(context, command, { days, limit }) };
  },

  async 'invitation.requests'({ orgId, which, cursor }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return pageOfRequests(context, org._id, { which, cursor, now: context.now });
  },

  async 'invitation.decide'(command, context) {
    const checked = await checkFreeText(context, command.sentence);
    const decided = await decide(context, checked.passed ? command : { ...command, sentence: '' });
    if ('refused' in decided) refuse('invitation.decide', decided.refused);
    const { _id: thing, orgId, orgPath: path, orgName: name, decision } = decided;
    const filed = { kind: 'joinAnswer', thing, org: { _id: orgId, path, name }, title: '加入申请的答复' } as const;
    const said = { commandId: command.commandId, label: '说明', text: command.sentence };
    await fileFreeText(context, { ...filed, ...said, shown: decision?.sentence ?? '' }, checked);
    return { request: requestView(decided, context.now) };
  },

  async 'invitation.undecide'(command, context) {
    return { request: requestView(await undecide(context, command), context.now) };
  },

  async 'invitation.createBelow'(command, context) {
    return { batch: await createBelow(context, command) };
  },

  async 'invitation.setBatchRevoked'(command, context) {
    return { batch: await setBatchRevoked(context, command) };
  },

  async 'invitation.batches'({ orgId, cursor }, context) {
    const org = await context.requirePermissionOnOrg(orgId);
    return pageOfBatches(context.db, org._id, cursor);
  },

  'invitation.batchCodes': ({ id, cursor }, context) => pageOfCodes(context, id, cursor),

  'invitation.batchSheet': ({ id }, context) => sheetOf(context, id),
};
