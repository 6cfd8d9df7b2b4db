import { IMPORT_PART_BYTES } from '../../../contract/shared/imports/constants';
import { command, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { act, csv, openCity, rows, settle, stand, tree, upload } from './upload';

/** Dies before or after the round trip of this number, and stays dead until it is revived. */
function mortal() {
  const life = { left: Infinity, when: 'before' as 'before' | 'after', dead: false };
  const step = (when: 'before' | 'after') => () => {
    if (life.dead) throw new Error('killed');
    if (when !== life.when || (life.left -= 1) > 0) return;
    life.dead = true;
    throw new Error('killed');
  };
  return { life, gate: { before: step('before'), after: step('after') } satisfies Gate };
}

const first = csv('M1,机械学院团委,高校,east', 'M11,机械2401团支部,支部,M1', 'M12,机械2402团支部,支部,M1');
const second = csv('M1,机电学院团委,高校,east', 'M12,机电2402团支部,支部,east', 'X11,机械2401团支部,支部,M1');

/** One person’s import from its first part to its undoing, by commands that are the same each time. */
async function run(town: Town): Promise<string> {
  const { import: begun } = await town.done('head', 'orgimport.begin', {
    commandId: command(1),
    orgId: 'east',
    fileName: '名单.csv',
    size: second.length,
  });
  const { id } = begun;
  const base64 = second.subarray(0, IMPORT_PART_BYTES).toString('base64');
  await town.done('head', 'orgimport.part', { commandId: command(2), id, index: 0, base64 });
  await town.done('head', 'orgimport.preview', { commandId: command(3), id });
  await settle(town);
  const [open] = await rows(town, id, 'ambiguous');
  const decisions = [{ id: open?.id ?? `${id}:0:00002`, choice: 'is-M11' }];
  await town.done('head', 'orgimport.decide', { commandId: command(4), id, decisions });
  await settle(town);
  await town.done('head', 'orgimport.apply', { commandId: command(5), id });
  await settle(town);
  await town.done('head', 'orgimport.undo', { commandId: command(6), id });
  await settle(town);
  return id;
}

async function outcome(town: Town, id: string) {
  const items = [...(await rows(town, id, 'changed')), ...(await rows(town, id, 'same'))];
  return {
    tree: await tree(town),
    stand: await stand(town, id),
    items: items.map(({ name, state, why }) => [name, state, why]),
  };
}

async function opened(gate: Gate) {
  const town = await openCity(gate);
  await act(town, 'orgimport.apply', await upload(town, first));
  return town;
}

beforeEach(() => {
  // What a killed run logs is not what is tested.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

it('killed at any round trip and begun again, an import comes to the same, as does its undoing', async () => {
  const calm = await opened({});
  const expected = await outcome(calm, await run(calm));
  expect(expected.stand).toMatchObject({ state: 'undone', left: 0 });
  for (let kill = 1; ; kill += 1) {
    const { life, gate } = mortal();
    const town = await opened(gate);
    life.when = kill % 2 === 0 ? 'before' : 'after';
    life.left = kill;
    await run(town).catch(() => undefined);
    const died = life.dead;
    life.dead = false;
    life.left = Infinity;
    expect({ kill, ...(await outcome(town, await run(town))) }).toEqual({ kill, ...expected });
    if (!died) break;
  }
}, 120_000);
