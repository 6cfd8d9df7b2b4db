import { functionOf } from '../../../contract/functions';
import type { ActionSpec } from '../../../contract/action';
import { actions, type CommandName, type QueryName } from '../../../contract/registry';
import { noon } from '../../support/noon';
import { startStack, type Stack } from '../../support/stack';
import { acts } from './acts';
import { queries, repliesTo, textsIn } from './replies';

/*
 * What a command makes stale is declared (docs/adr/0030). Here each command is given in the demo city, and whatever the
 * person who gave it was answered before is asked for again.
 */

const commands = (Object.entries(actions) as [CommandName, ActionSpec][]).filter(([, { kind }]) => kind === 'command');

let stack: Stack;
let now = noon();
beforeAll(async () => {
  stack = await startStack({ seed: 'demo', clock: now });
}, 60_000);
afterAll(() => stack.stop());

/** So that no limit of calls in a minute is met. */
const wait = () => stack.setClock((now += 61_000));
const asked = new Set<QueryName>();

it.each(commands)(
  '%s declares every query whose reply it changes for the person who gives it',
  async (name, { stale }) => {
    const arrange = acts[name];
    if (!arrange) throw new Error(`test/integration/${name.split('.')[0]}/acts.ts does not say how to give ${name}`);
    wait();
    const { who, input, about = [] } = await arrange(stack, now);
    const names = [...new Set([...textsIn({ ...input, commandId: undefined }), ...about])];
    const before = await repliesTo(stack, who, names);
    wait();
    const done = await stack.send(who, { action: name, input }, functionOf(name));
    expect([name, done]).toMatchObject([name, { ok: true }]);
    const after = await repliesTo(stack, who, names);

    const changed = [...before].filter(([key, { reply }]) => after.get(key)?.reply !== reply);
    // Otherwise it was given in vain.
    expect(changed.length).toBeGreaterThan(0);
    const isDeclared = (query: QueryName) => stale === 'all' || stale?.some((prefix) => query.startsWith(prefix));
    expect(changed.filter(([, { query }]) => !isDeclared(query)).map(([key]) => key)).toEqual([]);
    for (const { query } of before.values()) asked.add(query);
  },
  60_000,
);

it('every query was asked', () => {
  expect([...asked].sort()).toEqual([...queries].sort());
});
