import { inviteBelow } from '../../../cloudfunctions/domains/invitation/jobs';
import { batchSheet } from '../../../cloudfunctions/domains/invitation/rules/batch';
import { runJob } from '../../support/runJob';
import { org } from '../kernel/people';
import { NOW, openDoor } from './town';

const BRANCHES = 120;

async function district() {
  const door = await openDoor();
  await door.db.members.update({ _id: 'secretary' }, { set: { grants: [{ role: 'orgAdmin', orgId: 'd1' }] } });
  for (let at = 0; at < BRANCHES; at += 1) await door.db.orgs.add(org(['root', 'd1', `n${at}`]));
  await door.db.orgs.add(org(['root', 'd1', 'gone'], { archivedAt: NOW }));
  await door.db.orgs.add(org(['root', 'other']));
  const plan = { orgId: 'd1', days: 30 as const, limit: 40, approval: false };
  return { ...door, plan };
}

it('one command makes one invitation for each branch below, in steps, with progress; twice is once', async () => {
  const { done, next, plan, db } = await district();
  const command = { ...next(), ...plan };
  const { batch } = await done('secretary', 'invitation.createBelow', command);
  expect(batch).toMatchObject({ made: 100, done: false });
  await done('secretary', 'invitation.createBelow', command);
  await runJob(inviteBelow, db, NOW, batch.id);
  const { items } = await done('secretary', 'invitation.batches', { orgId: 'd1' });
  // b1, b2 and d1 itself, which the small tree has as a branch.
  expect(items).toMatchObject([{ id: batch.id, made: BRANCHES + 3, done: true }]);
  const all = await db.invitations.find({ batch: batch.id }, { limit: 999 });
  expect(new Set(all.map(({ orgId }) => orgId)).size).toBe(BRANCHES + 3);
  expect(new Set(all.map(({ code }) => code)).size).toBe(BRANCHES + 3);
  expect(all.map(({ orgId }) => orgId)).not.toContain('gone');
  expect(all.map(({ orgId }) => orgId)).not.toContain('other');
});

it('its codes are listed in pages and as one workbook, and each lets people into its branch', async () => {
  const { done, next, plan, db, accept, orgsOf } = await district();
  const { batch } = await done('secretary', 'invitation.createBelow', { ...next(), ...plan });
  await runJob(inviteBelow, db, NOW, batch.id);
  const one = await done('secretary', 'invitation.batchCodes', { id: batch.id });
  const two = await done('secretary', 'invitation.batchCodes', { id: batch.id, cursor: one.next ?? '' });
  expect([...one.items, ...two.items]).toHaveLength(BRANCHES + 3);
  const file = await done('secretary', 'invitation.batchSheet', { id: batch.id });
  expect(file.fileName).toBe('组织d1邀请码.xlsx');
  expect(Buffer.from(file.base64, 'base64').toString('latin1', 0, 2)).toBe('PK');
  const code =
    one.items.find(({ orgName }) => orgName === '组织n7')?.code ??
    two.items.find(({ orgName }) => orgName === '组织n7')?.code;
  await accept('ann', code ?? '');
  expect(await orgsOf('ann')).toEqual([['n7']]);
});

describe('a batch that is revoked', () => {
  const openCodes = async (db: Awaited<ReturnType<typeof district>>['db'], batch: string) =>
    db.invitations.count({ batch, revokedAt: null });

  it('lets nobody in by any of its codes, those that are still being made among them', async () => {
    const { done, next, plan, db, call } = await district();
    const { batch } = await done('secretary', 'invitation.createBelow', { ...next(), ...plan });
    const command = { ...next(), id: batch.id, revoked: true };
    expect((await done('secretary', 'invitation.setBatchRevoked', command)).batch).toMatchObject({ revoked: true });
    await runJob(inviteBelow, db, NOW, batch.id);
    expect(await db.invitations.count({ batch: batch.id })).toBe(BRANCHES + 3);
    expect(await openCodes(db, batch.id)).toBe(0);
    const { items } = await done('secretary', 'invitation.batchCodes', { id: batch.id });
    expect(await call('ann', 'invitation.preview', { code: items[0]?.code ?? '' })).toMatchObject({
      code: 'INVITATION_REVOKED',
    });
  });

  it('is good again as it was when that is taken back; what was revoked by itself stays so', async () => {
    const { done, next, plan, db, platform } = await district();
    const { batch } = await done('secretary', 'invitation.createBelow', { ...next(), ...plan });
    await runJob(inviteBelow, db, NOW, batch.id);
    const [one] = await db.invitations.find({ batch: batch.id }, { limit: 1 });
    await done('secretary', 'invitation.setRevoked', { ...next(), id: one?._id ?? '', revoked: true });
    platform.time += 1000;
    const revoke = { ...next(), id: batch.id, revoked: true };
    await done('secretary', 'invitation.setBatchRevoked', revoke);
    await done('secretary', 'invitation.setBatchRevoked', { ...next(), id: batch.id, revoked: false });
    expect(await openCodes(db, batch.id)).toBe(BRANCHES + 2);
    // The first command once more, after a lost reply, revokes nothing again.
    expect((await done('secretary', 'invitation.setBatchRevoked', revoke)).batch.revoked).toBe(false);
    expect(await openCodes(db, batch.id)).toBe(BRANCHES + 2);
  });

  it('is revoked once by two at once, and only by who runs the org', async () => {
    const { done, next, plan, call } = await district();
    const { batch } = await done('secretary', 'invitation.createBelow', { ...next(), ...plan });
    const revoke = (who: string) => call(who, 'invitation.setBatchRevoked', { ...next(), id: batch.id, revoked: true });
    expect(await revoke('secretary')).toMatchObject({ ok: true });
    expect(await revoke('secretary')).toMatchObject({ code: 'CONFLICT' });
    expect(await revoke('neighbour')).toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('the sheet has a line for each branch', () => {
  const code = {
    orgName: '软件 2401',
    code: '7K4MXQ2P9TWB',
    expiresAt: Date.UTC(2026, 11, 29),
    limit: 40,
    approval: true,
  };
  expect(batchSheet([code]).rows).toEqual([['软件 2401', '7K4MXQ2P9TWB', '2026-12-29', 40, '是']]);
});
