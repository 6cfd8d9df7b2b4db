import { orgOfKey } from '../../../cloudfunctions/domains/org/rules/moving';
import { writeOrgs } from '../../../scripts/import/write';
import type { OrgRow } from '../../../cloudfunctions/domains/orgimport/rules/rows';
import { memoryDatabase } from '../kernel/memory';
import { org } from '../kernel/people';

const row = (line: number, id: string, name: string, parentId: string): OrgRow => ({
  line,
  id,
  name,
  kind: 'branch',
  parentId,
  joinCode: null,
});

async function city() {
  const { db } = memoryDatabase();
  await db.orgs.addAll([org(['C']), org(['C', 'A']), org(['C', 'A', 'B'])]);
  return db;
}
/** What the file asks for: the two change places, one with a new name. */
const swapped = [row(2, 'A', '组织A', 'B'), row(3, 'B', '新名', 'C')];

it('organisations that change places do, with work queued for what copies them; the next time nothing changes', async () => {
  const db = await city();
  expect(await writeOrgs(db, swapped, 1, false)).toMatchObject({ ok: true, added: 0, present: 2, changed: 2 });
  expect(await db.orgs.get('A')).toMatchObject({ parentId: 'B' });
  expect(await db.orgs.get('B')).toMatchObject({ parentId: 'C', name: '新名' });
  const queued = (await db.jobs.find({}, { limit: 9 })).map(({ _id }) => orgOfKey(_id.slice('orgcopies:'.length)));
  expect(queued.sort()).toEqual(['A', 'B', 'B']);
  expect(await writeOrgs(db, swapped, 2, false)).toMatchObject({ changed: 0, notes: [] });
});

it('with a dry run everything is told and nothing is done', async () => {
  const db = await city();
  const outcome = await writeOrgs(db, swapped, 1, true);
  expect(outcome).toMatchObject({
    changed: 2,
    notes: [expect.stringContaining('将更正'), expect.anything(), expect.anything()],
  });
  expect(await db.orgs.get('A')).toMatchObject({ parentId: 'C' });
  expect(await db.jobs.count({})).toBe(0);
});
