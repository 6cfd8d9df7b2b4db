import type { Others } from '../../kernel/others';
import { endDutiesOf, takeBackDuties } from '../duty/public';
import { endGrants, grantRole } from '../role/public';
import type { TransferDoc } from './collections';
import { intention } from './rules/transfer';

/*
 * The roles and duties on an org that somebody leaves end with it; those he has as its superior, or elsewhere, are another matter.
 */

/** Names the leaving of this round, also where it is taken back. */
const leavingOf = ({ _id, round }: TransferDoc): string => intention({ _id, round, state: 'moving' });

/** Ends them, and his duties there. The last administrator of the city keeps that role: he hands it on first. */
export async function endRolesOf(others: Others, doc: TransferDoc, now: number): Promise<void> {
  const { memberId, leg, roles, answer, by } = doc;
  if (leg === null || leg.remove === null) return;
  await endDutiesOf(others, { memberId, orgId: leg.remove, by: leavingOf(doc), at: now });
  if (roles.length === 0) return;
  const command = { commandId: intention(doc), now, by: answer?.by ?? by };
  await endGrants(others, { memberId, orgId: leg.remove }, command);
}

/** Gives back those that ended with what is taken back, for the rest of their time, and his duties. */
export async function restoreRolesOf(others: Others, doc: TransferDoc, now: number): Promise<void> {
  const { memberId, leg, roles, fromId, answer, by } = doc;
  if (leg === null || leg.remove === null || fromId === null) return;
  const command = { commandId: intention(doc), now, by: answer?.by ?? by };
  await takeBackDuties(others, { orgId: fromId, by: leavingOf(doc) });
  for (const { role, from, until, of } of roles) {
    if (until !== undefined && until <= now) continue;
    const term = {
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(of !== undefined && { of }),
    };
    await grantRole(others, { memberId, role, orgId: fromId, ...term }, command);
  }
}
