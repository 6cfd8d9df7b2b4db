import { arrange } from '../screens/arrange';
import { bringEngine, examinations, examine, landmarks, unspokenWords } from '../screens/axe';
import { beyondEdges } from '../screens/edges';
import { looks, putOn, WHOLE_PAGE, type LookName } from '../screens/looks';
import { openShot } from '../screens/open';
import { shots, type Shot } from '../screens/states';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();
beforeAll(() => arrange(house.preview.url));

/** What the framework does by itself and an app cannot change; each with its reason. */
const notOurs: RegExp[] = [];

/** Sizes of all text at which nothing may reach beyond the edges of the narrowest phone. */
const sizes = [1, 1.25, 1.5];
const { narrow } = looks;

/** All that is wrong with an open page, with the look in which it shows. */
async function faultsOf({ page }: Visitor): Promise<string[]> {
  const faults = [...(await landmarks(page)), ...(await unspokenWords(page))].map((fault) => `heard: ${fault}`);
  await bringEngine(page);
  for (const [name, options] of Object.entries(examinations)) {
    await putOn(page, looks[name as LookName], WHOLE_PAGE);
    for (const fault of await examine(page, options)) faults.push(`${name}: ${fault}`);
  }
  for (const type of sizes) {
    await putOn(page, { ...narrow, type });
    for (const node of await beyondEdges(page)) faults.push(`320 × ${type}: beyond the edges: ${node}`);
  }
  return faults.filter((fault) => !notOurs.some((known) => known.test(fault)));
}

/** The states of a page with what is wrong in each; two at a time, as a machine with two cores can. */
async function faultsIn(states: readonly Shot[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const left = [...states];
  const work = async (): Promise<void> => {
    for (let shot = left.shift(); shot; shot = left.shift()) {
      const visitor = await house.come({ persona: shot.persona ?? undefined });
      const trouble = await openShot(visitor, house.preview.url, shot);
      const faults = trouble === null ? await faultsOf(visitor) : [trouble];
      if (faults.length > 0) found[shot.slug] = faults;
    }
  };
  await Promise.all([work(), work()]);
  return found;
}

describe('in every state, in light and dark, with the largest text and on the narrowest phone', () => {
  const routes = [...new Set(shots.map(({ route }) => route))];
  it.each(routes)(
    '%s can be heard, seen and touched by everybody',
    async (route) => {
      expect(await faultsIn(shots.filter((shot) => shot.route === route))).toEqual({});
    },
    120_000,
  );
});
