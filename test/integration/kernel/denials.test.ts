import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import { readAudit } from '../../support/audit';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import type { Who } from '../authz/city';
import { buildCity, halfPast, inputs, openidOf } from '../authz/city';

/* Whoever is refused again and again is counted exactly, and cannot fill the audit. */

const HOUR_MS = 3_600_000;
const refused: readonly ActionName[] = ['event.roster', 'feedback.inbox', 'feedback.reply', 'org.joinCode'];
const EACH = 30;
const start = halfPast();

let stack: Stack;
beforeEach(async () => {
  stack = await startStack({ clock: start });
  await buildCity(stack);
}, 60_000);
afterEach(() => stack.stop());

const ask = (who: Who, action: ActionName) =>
  stack.send(openidOf(who), { action, input: inputs[action]('b1') }, functionOf(action));
const flood = (who: Who) =>
  Promise.all(refused.flatMap((action) => Array.from({ length: EACH }, () => ask(who, action))));
const entries = () => readAudit(stack.db);
const fire = () => stack.emulator.fireTimer('minute');

it('a flood of refused calls at once leaves five entries a caller and the exact number in one summary', async () => {
  await Promise.all((['member', 'stranger', 'nobody'] as const).map(flood));
  const own = await entries();
  for (const actor of ['member', 'visitor', 'nobody']) {
    expect([actor, own.filter((entry) => entry.actor === actor).length]).toEqual([actor, 5]);
  }

  stack.setClock(start + HOUR_MS);
  await fire();
  const all = await entries();
  expect((await checkAll(stack.db)).faults).toEqual([]);
  const summaries = all.slice(own.length);
  const each = refused.map((action) => `${action}=${EACH}`).sort();
  expect(summaries.map(({ actor }) => actor).sort()).toEqual(['member', 'nobody', 'visitor']);
  for (const { action, outcome, target } of summaries) {
    expect([action, outcome]).toEqual(['audit.denials', 'COUNTED']);
    const [since, calls, ...byAction] = target.split(' ');
    expect([since, calls]).toEqual([`since=${start - HOUR_MS / 2}`, `calls=${refused.length * EACH}`]);
    expect(byAction.sort()).toEqual(each);
  }
  expect(await stack.db.denials.count({})).toBe(0);
  expect(JSON.stringify(all)).not.toContain('openid');
}, 120_000);

it('the summary is written once, however often the timer fires, and never for the hour that runs', async () => {
  await flood('member');
  await fire();
  expect(await entries()).toHaveLength(5);
  for (let hour = 1; hour <= 3; hour += 1) {
    stack.setClock(start + hour * HOUR_MS);
    await Promise.all([fire(), fire()]);
  }
  expect(await entries()).toHaveLength(6);
}, 120_000);

it('who is refused now and then has an entry for each, and no summary', async () => {
  for (const action of refused) await ask('member', action);
  stack.setClock(start + HOUR_MS);
  await fire();
  expect((await entries()).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
    refused.map((action) => `${action} FORBIDDEN`),
  );
}, 120_000);

it('a refused call costs two round trips more than it would, a successful one none', async () => {
  const trips = async (who: Who, action: ActionName) => {
    await ask(who, action);
    return stack.emulator.calls.last()?.roundTrips;
  };
  expect(await trips('ownSecretary', 'org.joinCode')).toBe(2);
  // Caller, count, entry; then caller and count.
  for (let call = 0; call < 5; call += 1) expect(await trips('member', 'org.joinCode')).toBe(3);
  expect(await trips('member', 'org.joinCode')).toBe(2);
}, 120_000);
