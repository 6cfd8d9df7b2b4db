import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inLanes } from '../../../scripts/lib/lanes';
import { arrange } from '../../screens/arrange';
import { bringEngine } from '../../screens/axe';
import { faultsOf } from '../../screens/faults';
import { openShot } from '../../screens/open';
import { routesIn } from '../../screens/parts';
import { shots, type Shot } from '../../screens/states';
import { openHouse } from '../house';

/** Each file is a process of its own: with several of them, every core has something to do until the end. */
const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .sort();

/** The tests of a file of this folder: all states of its part of the pages. One more file makes all parts smaller. */
export function examinePart(file: string): void {
  const house = openHouse();
  beforeAll(() => arrange(house.preview.url));

  /** Opens a state, and gives what is wrong in it. */
  const look = async (shot: Shot): Promise<string[]> => {
    const visitor = await house.come({ persona: shot.persona ?? undefined });
    await bringEngine(visitor.page);
    const trouble = await openShot(visitor, house.preview.url, shot);
    const faults = trouble === null ? await faultsOf(visitor.page) : [trouble];
    await visitor.leave();
    return faults;
  };

  /** The states of a page with what is wrong in each; two at a time, since each waits for the server now and then. */
  const faultsIn = async (states: readonly Shot[]): Promise<Record<string, string[]>> => {
    const looks = states.map((shot) => async () => [shot.slug, await look(shot)] as const);
    return Object.fromEntries((await inLanes(2, looks)).filter(([, faults]) => faults.length > 0));
  };

  describe('in every state, in light and dark, with the largest text and on the narrowest phone', () => {
    it.each(routesIn(files.indexOf(basename(file)), files.length))(
      '%s can be heard, seen and touched by everybody',
      async (route) => {
        expect(await faultsIn(shots.filter((shot) => shot.route === route))).toEqual({});
      },
      300_000,
    );
  });
}
