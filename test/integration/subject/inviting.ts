import { newCommandId, type Stack } from '../../support/stack';
import { memberId } from '../../../scripts/seed/documents';

type City = Pick<Stack, 'call' | 'db'>;
const command = () => ({ commandId: newCommandId() });

/** The administrator invites somebody from outside. */
async function inviteJudge(stack: City): Promise<void> {
  const { roles, now } = await stack.call('admin', 'me.session', {});
  const outside = { role: 'judge', until: now + 86_400_000 } as const;
  const plan = { orgId: roles[0]?.org.id ?? '', days: 30, limit: 1, approval: false, note: '', outside } as const;
  await stack.call('admin', 'invitation.create', { ...command(), ...plan });
  const { orgId, days, limit, approval } = plan;
  const below = { ...command(), orgId, days, limit, approval };
  const { batch } = await stack.call('admin', 'invitation.createBelow', below);
  await stack.call('admin', 'invitation.setBatchRevoked', { ...command(), id: batch.id, revoked: true });
}

/** Some ask to join a branch in which none of them is, and are answered. */
async function joinByApproval(stack: City): Promise<void> {
  const [org] = await stack.db.orgs.find({ joinCode: 'QU01TSG1' }, { limit: 1 });
  const orgId = org?._id ?? '';
  for (const [who, by] of [
    ['youth', 'admin'],
    ['cadre', 'admin'],
  ] as const) {
    const plan = { orgId, days: 30, limit: 5, approval: true, note: '' } as const;
    const { invitation } = await stack.call(by, 'invitation.create', { ...command(), ...plan });
    await stack.call(who, 'invitation.accept', { ...command(), code: invitation.code });
    const [request] = (await stack.call(who, 'invitation.mine', {})).items;
    const decision = { id: request?.id ?? '', verdict: 'declined', sentence: `${by} 答复` } as const;
    await stack.call(by, 'invitation.decide', { ...command(), ...decision });
    await stack.call(by, 'invitation.setRevoked', { ...command(), id: invitation.id, revoked: true });
  }
}

/** The administrator expects somebody, and gives it up. */
async function expectAndClear(stack: City): Promise<void> {
  const orgId = 'D01-B01';
  const plan = { list: { from: 'text', text: '陆清和' }, question: 'unit', direct: false, days: 90 } as const;
  await stack.call('admin', 'roster.import', { ...command(), orgId, ...plan });
  await stack.call('admin', 'roster.setCleared', { ...command(), orgId, cleared: true });
}

/** A name that had not passed when somebody asked to join. */
async function nameThatWaited({ db }: City): Promise<void> {
  const [request] = await db.joinRequests.find({ memberId: memberId('youth') }, { limit: 1 });
  await db.joinRequests.update({ _id: request?._id ?? '' }, { set: { typed: '等着检查的名字' } });
}

/** What invitations leave of those who send, use and answer them. */
export async function inviteAndAsk(stack: City): Promise<void> {
  await joinByApproval(stack);
  await inviteJudge(stack);
  await expectAndClear(stack);
  await nameThatWaited(stack);
}
