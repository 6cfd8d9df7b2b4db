import type { ActionInput } from '../../../contract/registry';
import { dayOf } from '../../../contract/day';
import { memberId } from '../../../scripts/seed/documents';
import { startStack, type Stack } from '../../support/stack';

/* What an auditor looks for in the demo city, through the built functions and the indexes of the schema. */

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'demo' });
}, 60_000);
afterAll(() => stack.stop());

const sought: Omit<ActionInput<'audit.list'>, 'orgId'>[] = [
  {},
  { personId: memberId('admin') },
  { personId: memberId('admin'), by: true, kind: 'export' },
  { thingId: 'U01-WX-B01' },
  { action: 'member.list' },
  { kind: 'refused', from: '20200101', to: dayOf(Date.now()) },
];

it('whatever is looked for is found through an index, in at most six round trips and one for its own entry', async () => {
  for (const input of sought) {
    const { items } = await stack.call('auditor', 'audit.list', { orgId: 'JC', ...input });
    expect(items.length).toBeGreaterThan(0);
    expect(stack.emulator.calls.last()?.roundTrips).toBeLessThanOrEqual(7);
  }
  await stack.call('auditor', 'audit.findPerson', { orgId: 'JC', q: 'lx' });
  await stack.call('auditor', 'audit.seals', {});
  await stack.call('auditor', 'audit.verify', {});
  expect(stack.emulator.calls.unindexed()).toEqual([]);
});

it('who looked at the audit, and at the members of an org, is in the audit himself', async () => {
  await stack.call('branch-secretary', 'member.list', { orgId: 'U01-WX-B01' });
  const { items } = await stack.call('auditor', 'audit.list', { orgId: 'U01-WX-B01', kind: 'read' });
  expect(items[0]).toMatchObject({
    action: 'member.list',
    actor: { id: memberId('branch-secretary') },
    things: [{ what: '组织', id: 'U01-WX-B01' }],
  });
  const { items: own } = await stack.call('auditor', 'audit.list', {
    orgId: 'JC',
    personId: memberId('auditor'),
    by: true,
  });
  expect(own[0]?.action).toBe('audit.list');
});
