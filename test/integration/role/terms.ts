import { memberId } from '../../../scripts/seed/documents';
import { noon } from '../../support/noon';
import { newCommandId, type Stack } from '../../support/stack';

/** A term in which a member was everything that somebody can be to one, one that has an end, and a handover of his. */
export async function termsOf({ call, db }: Pick<Stack, 'call' | 'db'>, id: string): Promise<void> {
  await db.roleterms.add({
    ...{ _id: newCommandId(), memberId: id, of: id, by: id, secondBy: id, endedBy: id, role: 'office', state: 'ended' },
    ...{ orgId: 'JC', orgPath: ['JC'], orgName: '团市委', from: 1, until: 2, at: 1, endedAt: 2, lapsesAt: 3 },
  });
  const handover = { _id: newCommandId(), by: id, orgId: 'JC', at: 1, parts: [], undone: false };
  await db.rolehandovers.add({ ...handover, expiresAt: noon() });
  const lent = { orgId: 'U01', memberId: id, role: 'lecturer', from: noon(), until: noon() + 86_400_000 } as const;
  if (id !== memberId('admin')) await call('admin', 'role.grant', { commandId: newCommandId(), ...lent });
}
