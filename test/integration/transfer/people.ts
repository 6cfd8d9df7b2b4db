import { memberId } from '../../../scripts/seed/documents';
import { newCommandId, type Stack } from '../../support/stack';

const command = () => ({ commandId: newCommandId() });

/** The secretary of a branch lets somebody go. */
export async function graduated(stack: Stack): Promise<void> {
  const groups = [{ toId: null, memberIds: [memberId('youth-01')] }];
  await stack.call('branch-secretary', 'transfer.graduate', { ...command(), orgId: 'U01-WX-B01', groups });
}

/** Asks to come to the city's committee, which somebody of it declines. */
export async function transferred(stack: Stack, who: string): Promise<void> {
  const fromId = who === 'youth' ? 'U01-WX-B01' : null;
  const wish = { ...command(), fromId, toId: 'JC', reason: `${who} 想来` };
  const { transfer } = await stack.call(who, 'transfer.ask', wish);
  await stack.call('admin', 'transfer.answer', { ...command(), id: transfer.id, accept: false, text: '请选支部' });
}
