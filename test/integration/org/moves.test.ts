import { moveOrg } from '../../../cloudfunctions/domains/org/public';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { startStack, type Stack } from '../../support/stack';
import { undeclaredCopies } from '../../support/undeclaredCopies';
import { buildCity, inputs } from '../authz/city';

jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
  await buildCity(stack);
});
afterAll(() => stack.stop());

const revise = async (who: string) => {
  const reply = await stack.callAs(`openid-${who}`, 'event.setCancelled', inputs['event.setCancelled']('b1'));
  return reply.ok ? 'ok' : reply.code;
};

it('a move counts for rights at once, and for everything else when the timer has fired, through indexes', async () => {
  expect([await revise('parentAdmin'), await revise('otherAdmin')]).toEqual(['ok', 'FORBIDDEN']);
  stack.emulator.calls.clear();
  const told = { commandId: 'command-1', now: Date.now() };
  expect(await moveOrg(closeAll(stack.db), { orgId: 'b1', parentId: 'd2' }, told)).toBe('done');
  expect([await revise('parentAdmin'), await revise('otherAdmin')]).toEqual(['FORBIDDEN', 'ok']);

  await Promise.all([stack.emulator.fireTimer('minute'), stack.emulator.fireTimer('minute')]);
  const path = ['root', 'd2', 'b1'];
  expect(await stack.db.orgs.get('b1')).toMatchObject({ path });
  expect(await stack.db.events.get('e-b1')).toMatchObject({ orgPath: path, orgName: 'orgb1' });
  expect(await stack.db.recommendations.get('r-b1')).toMatchObject({ orgPath: path });
  expect(await stack.db.members.get('member')).toMatchObject({ scope: path });
  expect(await stack.db.jobs.count({ state: 'due' })).toBe(0);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
  expect(await undeclaredCopies(stack.db)).toEqual([]);
});
