import { deriveId } from '../../cloudfunctions/kernel/ids';
import { memberId } from '../../scripts/seed/documents';
import { act } from '../support/gateway';

const commandId = (what: string) => deriveId('c', 'screens', what);

/** Somebody who asks to come, one who was declined, and a class of which some have graduated. */
export async function arrangeTransfers(url: string): Promise<void> {
  await act(url, 'district-youth', 'transfer.ask', {
    commandId: commandId('ask'),
    fromId: 'D01-B02',
    toId: 'U01-WX-B01',
    reason: '考上师大文学院的研究生，下月报到',
  });
  const { transfer } = await act(url, 'cadre', 'transfer.ask', {
    commandId: commandId('declined'),
    fromId: 'JC-XC',
    toId: 'JC-ZZ',
    reason: '',
  });
  await act(url, 'admin', 'transfer.answer', {
    commandId: commandId('decline'),
    id: transfer.id,
    accept: false,
    text: '借调手续还没有办完，办完后请再提一次',
  });
  await act(url, 'branch-secretary', 'transfer.graduate', {
    commandId: commandId('graduate'),
    orgId: 'U01-WX-B01',
    groups: [{ toId: 'D01-B01', memberIds: [memberId('youth-02')] }],
  });
}
