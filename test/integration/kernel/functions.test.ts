import { readFileSync } from 'node:fs';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import { placeOf } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { functionSettings } from '../../../contract/deployment';
import type { FunctionName } from '../../../contract/functions';
import { actions } from '../../../contract/registry';
import { functionsPart } from '../../../scripts/build/functions';
import { readAudit } from '../../support/audit';
import { forbiddenInFunctions, heldBy } from '../../support/secrets';
import type { Stack } from '../../support/stack';
import { newCommandId, startStack } from '../../support/stack';
import { buildCity, halfPast, openidOf } from '../authz/city';

/* The built functions as a whole: several instances at once over one database. */

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: halfPast() });
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

const submit = (text: string) =>
  stack.callAs('openid-member', 'feedback.submit', { commandId: newCommandId(), kind: 'complaint', text });

it('an exact limit lets exactly n calls pass, however many instances count at once', async () => {
  const { max } = actions['feedback.submit'].limit;
  const replies = await Promise.all(Array.from({ length: 5 * max }, (_, index) => submit(`t${index}`)));
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code));
  expect(codes.filter((code) => code === 'ok')).toHaveLength(max);
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(4 * max);
  expect(await stack.db.feedback.count({ memberId: 'member' })).toBe(max + 1);
}, 60_000);

it('parallel instances each write a chain of their own, with every call in one, and any tampering shows', async () => {
  const roster = () => stack.callAs('openid-cityAdmin', 'event.roster', { id: 'e-root' });
  const replies = await Promise.all(Array.from({ length: 40 }, roster));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(40);
  const entries = (await readAudit(stack.db)).filter(({ action }) => action === 'event.roster');
  expect(entries).toHaveLength(40);
  expect((await checkAll(stack.db)).faults).toEqual([]);
  const longest = Math.max(...entries.map(({ _id }) => placeOf(_id).number));
  const [last] = entries.filter(({ _id }) => placeOf(_id).number === longest).map(({ _id }) => _id);
  await stack.db.audit.update({ _id: last ?? '' }, { set: { actor: 'somebody-else' } });
  expect((await checkAll(stack.db)).faults).toEqual([{ kind: 'entry', id: last }]);
}, 60_000);

it('commands that arrive twice answer the same and are stored once', async () => {
  const command = { commandId: newCommandId(), kind: 'suggestion', text: '多办夜场' } as const;
  const twice = await Promise.all([1, 2, 3].map(() => stack.call('openid-siblingMember', 'feedback.submit', command)));
  expect(new Set(twice.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(await stack.db.feedback.count({ memberId: 'siblingMember' })).toBe(1);
});

it('a call without an identity is refused before anything of the database is shown', async () => {
  const reply = await stack.send(openidOf('nobody'), { action: 'home.today', input: {} });
  expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' });
});

it('a reply says which request it was, so that the operator finds its line in the log', async () => {
  const { result, requestId } = await stack.emulator.invoke('api', { action: 'nothing' }, { openId: 'o' });
  expect(result).toMatchObject({ ok: false, code: 'UNKNOWN_ACTION', requestId });
});

describe('the bundles that are deployed', () => {
  const bundles = functionsPart.outputs.map((file) => [file, readFileSync(file, 'utf8')] as const);

  it('are one for each function of the contract', () => {
    expect(bundles).toHaveLength(Object.keys(functionSettings).length);
  });

  it.each(bundles)('carry no identity of a laptop and no code of the emulator: %s', (file, code) => {
    expect(heldBy(code, forbiddenInFunctions)).toEqual([]);
    expect(code).not.toMatch(/emulator\//i);
    const name = Object.keys(functionSettings).find((each) => file.includes(`/${each}/`)) as FunctionName;
    const made = { api: /createFunction/, admin: /createFunction/, timer: /createTimer/, push: /createPush/ };
    expect(code).toMatch(made[name]);
  });
});
