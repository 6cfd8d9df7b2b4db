import { largeOrgs } from '../../../demo/large/orgs';
import { largePeople } from '../../../demo/large/people';
import { growLarge, LARGE } from '../../../scripts/seed/large';
import { demoOrgs, orgsOf } from '../../../scripts/seed/seed';
import { addMissing, writeOrgs } from '../../../scripts/import/write';
import { fillerOpenid, memberDocuments } from '../../../scripts/seed/documents';
import type { Database } from '../../../cloudfunctions/schema';
import { memoryDatabase } from '../kernel/memory';

const AT = Date.UTC(2026, 10, 29, 4);

/** The demo city's organisations and people, as the seeding makes them. */
async function smallCity(): Promise<{ db: Database; small: string[] }> {
  const { db } = memoryDatabase();
  const rows = await demoOrgs();
  await writeOrgs(db, rows, AT, false);
  const small = rows.map(({ id }) => id);
  await addMissing(db.members, memberDocuments({ orgs: await orgsOf(db, small), at: AT }, fillerOpenid));
  return { db, small };
}

/** Large enough that every kind of unit gets branches, small enough for a database in memory. */
const size = { branches: 150, members: 2600 };

describe('a city that is grown', () => {
  it('has exactly as many branches and members as it should, all of them somewhere below the committee', async () => {
    const { db, small } = await smallCity();
    await growLarge(db, { small, at: AT, size }, () => undefined);
    expect(await db.orgs.count({ kind: 'branch' })).toBe(size.branches);
    expect(await db.members.count({})).toBe(size.members);
    expect(await db.members.count({ scope: 'JC' })).toBe(size.members);
    expect(await db.orgs.count({ path: 'JC' })).toBe(await db.orgs.count({}));
  });

  it('grown again, also after it was interrupted, is the same city', async () => {
    const { db, small } = await smallCity();
    const stop = () => {
      throw new Error('interrupted');
    };
    await expect(growLarge(db, { small, at: AT, size }, stop)).rejects.toThrow('interrupted');
    const begun = await db.members.count({});
    expect(begun).toBeLessThan(size.members);
    const grown = await growLarge(db, { small, at: AT, size }, () => undefined);
    expect(grown).toEqual({ orgs: 0, members: size.members - begun });
    expect(await growLarge(db, { small, at: AT, size }, () => undefined)).toEqual({ orgs: 0, members: 0 });
  });

  it('at full size has units from 3 to 62 branches, codes that are all different, and 28,121 people', () => {
    const orgs = largeOrgs('JC', LARGE.branches - 57);
    const branches = orgs.filter(({ kind }) => kind === 'branch');
    expect(branches).toHaveLength(LARGE.branches - 57);
    expect(new Set(orgs.map(({ id }) => id)).size).toBe(orgs.length);
    expect(new Set(branches.map(({ joinCode }) => joinCode)).size).toBe(branches.length);
    const people = [
      ...largePeople(
        branches.map(({ id }) => id),
        27_000,
      ),
    ];
    expect(people).toHaveLength(27_000);
    // Sorted by name they are a list of people, not a page of one name.
    const alike = new Map<string, number>();
    for (const { name } of people) alike.set(name, (alike.get(name) ?? 0) + 1);
    expect(Math.max(...alike.values())).toBeLessThan(20);
    expect(new Set(people.map(({ key }) => key)).size).toBe(27_000);
  });
});

it('people of the small city are some four hundred in 57 branches, every branch with a secretary of its own', async () => {
  const { db } = await smallCity();
  const branches = await db.orgs.find({ kind: 'branch' }, { limit: 1000 });
  expect(branches).toHaveLength(57);
  const people = await db.members.count({});
  expect(people).toBeGreaterThan(380);
  expect(people).toBeLessThan(480);
  for (const { _id } of branches) {
    expect([_id, (await db.members.find({ 'grants.orgId': _id }, { limit: 10 })).length > 0]).toEqual([_id, true]);
  }
});
