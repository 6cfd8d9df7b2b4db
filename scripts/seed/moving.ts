import type { config } from '../../contract/config';
import { DAY_MS, HOUR_MS } from '../../contract/durations';
import {
  demoBatch,
  demoGraduation,
  demoInvitations,
  demoJoiners,
  demoMerge,
  demoProposal,
  demoTransfers,
} from '../../demo/moving';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import type { InvitationDoc } from '../../cloudfunctions/domains/invitation/collections';
import { newInvitation } from '../../cloudfunctions/domains/invitation/rules/invitation';
import type { TermDoc } from '../../cloudfunctions/domains/role/collections';
import { newTerm } from '../../cloudfunctions/domains/role/rules/terms';
import { type Act, commandId, expectOk } from './acts';
import { memberId, type City } from './documents';

/** Invitations that were sent before the city was made, which no command can do. */
export const invitationDocuments = ({ orgs, at }: Pick<City, 'orgs' | 'at'>): InvitationDoc[] =>
  demoInvitations.flatMap(({ key, orgId, by, code, ago, ...plan }) => {
    const org = orgs.get(orgId);
    const origin = { id: deriveId('i', 'demo', key), code, by: memberId(by) };
    const said = { ...plan, role: null, roleUntil: null };
    return org === undefined ? [] : newInvitation({ ...origin, org }, said, at - ago * HOUR_MS);
  });

/** What waits for a second administrator, where one is asked. */
export function proposalDocuments(
  { orgs, at }: Pick<City, 'orgs' | 'at'>,
  { on, days }: typeof config.secondApproval,
): TermDoc[] {
  const { by, who, role, orgId } = demoProposal;
  const org = orgs.get(orgId);
  if (!on || org === undefined) return [];
  const wish = { memberId: memberId(who), role, from: at, until: null, of: null };
  const giving = { by: memberId(by), now: at, lapsesAt: at + days * DAY_MS };
  return [newTerm(deriveId('t', 'demo', 'proposal'), org, wish, giving)];
}

/** People ask to join and to go, and are let go, as they do it themselves. */
export async function move(act: Act): Promise<void> {
  for (const { key, name } of demoJoiners) {
    const asked = { code: demoInvitations[1].code, name, fourteenOrOlder: true as const };
    // Expired: the seeding was interrupted and goes on months later.
    expectOk(await act(key, 'invitation.accept', { commandId: commandId('join', key), ...asked }), [
      'INVITATION_EXPIRED',
    ]);
  }
  const { by: inviter, ...batch } = demoBatch;
  expectOk(await act(inviter, 'invitation.createBelow', { commandId: commandId('batch'), ...batch }));
  const { who: asker, ...wish } = demoTransfers.asked;
  expectOk(await act(asker, 'transfer.ask', { commandId: commandId('ask'), ...wish }));
  const { who: going, by: proposer, ...proposal } = demoTransfers.proposed;
  const proposed = { commandId: commandId('propose'), memberId: memberId(going), ...proposal };
  expectOk(await act(proposer, 'transfer.propose', proposed));
  const { by: merger, from, to, reason } = demoMerge;
  const merge = { commandId: commandId('merge'), id: memberId(from), intoId: memberId(to), reason };
  expectOk(await act(merger, 'member.mergePropose', merge));
  const { by: head, orgId, groups } = demoGraduation;
  const chosen = groups.map(({ toId, who }) => ({ toId, memberIds: who.map(memberId) }));
  expectOk(await act(head, 'transfer.graduate', { commandId: commandId('graduate'), orgId, groups: chosen }));
}
