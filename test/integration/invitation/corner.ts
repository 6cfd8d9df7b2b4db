import { newBatch } from '../../../cloudfunctions/domains/invitation/rules/batch';
import { newInvitation } from '../../../cloudfunctions/domains/invitation/rules/invitation';
import { newRequest } from '../../../cloudfunctions/domains/invitation/rules/request';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const codeOf = (orgId: string): string => `INVITE${orgId.toUpperCase()}`;

const invitationOf = (orgPath: readonly string[], now: number) => {
  const _id = orgPath.at(-1) ?? '';
  const org = { _id, path: [...orgPath], name: `org${_id}` };
  const plan = { days: 30, limit: 100, approval: false, note: canary(_id), role: null, roleUntil: null };
  return newInvitation({ id: `i-${_id}`, code: codeOf(_id), org, by: 'someone' }, plan, now);
};

export const corner: Corner<'invitation'> = {
  inputs: {
    'invitation.preview': (orgId) => ({ code: codeOf(orgId) }),
    'invitation.accept': (orgId) => ({
      commandId: newCommandId(),
      code: codeOf(orgId),
      name: '小江',
      fourteenOrOlder: true,
    }),
    'invitation.mine': () => ({}),
    'invitation.withdraw': (orgId) => ({ commandId: newCommandId(), id: `j-${orgId}` }),
    'invitation.enter': (orgId) => ({ commandId: newCommandId(), id: `j-${orgId}` }),
    'invitation.create': (orgId) => ({
      commandId: newCommandId(),
      orgId,
      days: 30,
      limit: 50,
      approval: false,
      note: '',
    }),
    'invitation.list': (orgId) => ({ orgId }),
    'invitation.picture': (orgId) => ({ id: `i-${orgId}` }),
    'invitation.setRevoked': (orgId) => ({ commandId: newCommandId(), id: `i-${orgId}`, revoked: false }),
    'invitation.renew': (orgId) => ({ commandId: newCommandId(), id: `i-${orgId}`, days: 30, limit: 100 }),
    'invitation.requests': (orgId) => ({ orgId, which: 'waiting' }),
    'invitation.decide': (orgId) => ({
      commandId: newCommandId(),
      id: `j-${orgId}`,
      verdict: 'declined',
      sentence: '',
    }),
    'invitation.createBelow': (orgId) => ({
      commandId: newCommandId(),
      orgId,
      days: 30,
      limit: 50,
      approval: false,
    }),
    'invitation.setBatchRevoked': (orgId) => ({ commandId: newCommandId(), id: `ib-${orgId}`, revoked: true }),
    'invitation.batches': (orgId) => ({ orgId }),
    'invitation.batchCodes': (orgId) => ({ id: `ib-${orgId}` }),
    'invitation.batchSheet': (orgId) => ({ id: `ib-${orgId}` }),
    'invitation.undecide': (orgId) => ({ commandId: newCommandId(), id: `j-${orgId}` }),
  },
  async plant(db, paths, now) {
    const invitations = paths.map((path) => invitationOf(path, now));
    await db.invitations.addAll(invitations);
    await db.invitationBatches.addAll(
      invitations.map(({ orgId, orgPath, orgName }) =>
        newBatch(
          { id: `ib-${orgId}`, org: { _id: orgId, path: orgPath, name: orgName }, by: 'someone' },
          { days: 30, limit: 5, approval: false },
          now,
        ),
      ),
    );
    await db.joinRequests.addAll(
      invitations.map((invitation) =>
        newRequest(
          { id: `j-${invitation.orgId}`, k: 'k', memberId: null, name: canary(invitation.orgId) },
          invitation,
          now,
        ),
      ),
    );
  },
};
