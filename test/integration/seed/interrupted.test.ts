import { HOUR_MS } from '../../../contract/durations';
import type { CollectionName } from '../../../cloudfunctions/schema';
import type { Collection, Doc } from '../../../cloudfunctions/kernel/port';
import { schema } from '../../../cloudfunctions/schema';
import type { Act } from '../../../scripts/seed/acts';
import { actThrough, seed, seedIfNew } from '../../../scripts/seed/seed';
import { readSeedState, writeSeedState } from '../../../scripts/seed/state';
import { noon } from '../../support/noon';
import { startStack, type Stack } from '../../support/stack';

const names = (Object.keys(schema) as CollectionName[]).filter((name) => !['limits', 'audit', 'jobs'].includes(name));

/** Everything stored, by collection and id, without when and how often the members acted. */
async function snapshot({ db }: Stack): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const name of names) {
    const docs = await (db[name] as Collection<Doc>).find({}, { limit: 1000 });
    for (const doc of docs) all[`${name}/${doc._id}`] = JSON.stringify(doc, withoutInstants);
  }
  return all;
}
const withoutInstants = (key: string, value: unknown) => {
  if (ends.has(key) && typeof value === 'number') return Math.round(value / HOUR_MS);
  return passing.has(key) || isRandom(key, value) ? 0 : value;
};
/** What members do is dated, and ends, counted from when they do it: to the hour that is the same. */
const ends = new Set(['closedAt', 'createdAt', 'dueAt', 'expiresAt', 'shownUntil', 'until']);
const passing = new Set(['at', 'since', 'signedUpAt', 'unsettledAt']);
/**
 * The version of an org's card is another one whenever the card is written (those of other documents are numbers), and so
 * is the code of each invitation that is sent.
 */
const isRandom = (key: string, value: unknown) =>
  key === 'code' || (key === 'version' && String(value).startsWith('v_'));

/** Lets so many acts through, then dies. */
function interruptedAfter(count: number, act: Act): Act {
  let left = count;
  return (...args) => {
    left -= 1;
    if (left < 0) throw new Error('power cut');
    return act(...args);
  };
}

describe('seeding the demo city', () => {
  const at = noon();
  let expected: Record<string, string>;
  let whole: Stack;
  beforeAll(async () => {
    whole = await startStack({ clock: at });
    await seed(whole.db, actThrough(whole.emulator), at);
    expected = await snapshot(whole);
  });
  afterAll(() => whole.stop());

  it('again changes nothing', async () => {
    await seed(whole.db, actThrough(whole.emulator), at);
    expect(await snapshot(whole)).toEqual(expected);
  });

  it.each([0, 6, 20, 60])('that was interrupted after %i acts is finished by the next start', async (count) => {
    const stack = await startStack({ clock: at });
    const act = actThrough(stack.emulator);
    writeSeedState(stack.dataDir, { at, done: false });
    await expect(seed(stack.db, interruptedAfter(count, act), at)).rejects.toThrow('power cut');
    await stack.restart();
    await seedIfNew(stack.emulator, stack.dataDir, Date.now());
    expect(await snapshot(stack)).toEqual(expected);
    expect(readSeedState(stack.dataDir)?.done).toBe(true);
    await stack.stop();
  });

  it('leaves a folder with data of its own alone', async () => {
    const stack = await startStack();
    const own = {
      _id: 'X',
      name: '某市',
      kind: 'committee',
      parentId: null,
      path: ['X'],
      joinCode: 'closed-X',
    } as const;
    await stack.db.orgs.add({ ...own, path: [...own.path] });
    await seedIfNew(stack.emulator, stack.dataDir, Date.now());
    expect(await stack.db.orgs.count({})).toBe(1);
    expect(await stack.db.members.count({})).toBe(0);
    await stack.stop();
  });
});
