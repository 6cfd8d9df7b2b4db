import type { ActionSpec, RateLimit } from '../../../contract/action';
import { functionOf } from '../../../contract/functions';
import type { ActionName } from '../../../contract/registry';
import { actions } from '../../../contract/registry';
import { windowOf } from '../../../cloudfunctions/kernel/limits';
import { not } from '../../../cloudfunctions/kernel/port';
import { inLanes } from '../../../scripts/lib/lanes';
import { longForm, tellFigure } from '../../support/figures';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { buildCity, halfPast, inputs, openidOf } from '../authz/city';

/* How many calls pass, of every action, while several instances of a function count at once. */

const specs = Object.entries(actions) as [ActionName, ActionSpec][];
const exact = specs.filter(([, { limit }]) => limit.counted === 'exact');
/** Calls beyond the limit, and how many are let pass before it where not all of them are made. */
const MORE = 8;
const LEFT = 4;
const LANES = 12;

const start = halfPast();
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: start });
  await buildCity(stack);
}, 60_000);
afterAll(() => stack.stop());

async function call(action: ActionName): Promise<string> {
  const event = { action, input: inputs[action]('b1') };
  const reply = await stack.send(openidOf('cityAdmin'), event, functionOf(action));
  return reply.ok ? 'ok' : reply.code;
}

const together = (action: ActionName, calls: number) =>
  inLanes(
    LANES,
    Array.from({ length: calls }, () => () => call(action)),
  );

/** As if so many calls had been made in this window. */
const countAs = async (action: ActionName, limit: RateLimit, count: number) => {
  const _id = `${action}:cityAdmin:${windowOf(limit, start)}`;
  expect(await stack.db.limits.add({ _id, count, expiresAt: start + limit.windowSec * 1000 })).toBe(true);
};

/** Whether a call passed; what became of it then is another matter. */
const passing = (outcomes: readonly string[]) => outcomes.filter((outcome) => outcome !== 'RATE_LIMITED').length;

const measured = { actions: 0, wrong: 0 };
afterAll(() => {
  tellFigure('22', {
    said: `${measured.actions} 个精确计数的动作在并发下超限 ${MORE} 次：放行数不等于 n 的有 ${measured.wrong} 个`,
    ok: measured.wrong === 0 && measured.actions === exact.length,
  });
});

it.each(exact)(
  '%s lets exactly as many calls pass as it says, and breaks for none that arrive at once',
  async (action, { limit }) => {
    const made = longForm ? 0 : Math.max(0, limit.max - LEFT);
    if (made > 0) await countAs(action, limit, made);
    const outcomes = await together(action, limit.max - made + MORE);
    measured.actions += 1;
    if (passing(outcomes) !== limit.max - made) measured.wrong += 1;
    expect(passing(outcomes)).toBe(limit.max - made);
    expect(outcomes.filter((outcome) => outcome === 'INTERNAL')).toEqual([]);
    await stack.db.limits.remove({ _id: not('') });
  },
);

it('what an instance counts in its memory lets at least as many pass, and at most as many for each instance', async () => {
  const { max, counted } = actions['me.session'].limit;
  expect(counted).toBe('instance');
  const { services } = stack.emulator.info() as unknown as {
    services: { functions: Record<string, { workers: number }> };
  };
  const instances = services.functions.api?.workers ?? 0;
  const passed = passing(await together('me.session', max * 2));
  expect(passed).toBeGreaterThanOrEqual(max);
  expect(passed).toBeLessThanOrEqual(max * instances);
});
