import { orgFigures } from '../../../cloudfunctions/jobs/org-figures';
import { orgNamesJob } from '../../../cloudfunctions/domains/org/jobs';
import { runJob } from '../../support/runJob';
import { openTown } from '../../support/domains';

const NOW = Date.UTC(2026, 10, 23, 4);

it('branches and members below each org are counted, without who is disabled and what was merged', async () => {
  const { db } = await openTown(NOW);
  await db.members.update({ _id: 'neighbour' }, { set: { disabled: true } });
  await db.orgs.update({ _id: 'westBranch' }, { set: { mergedInto: 'eastBranch' } });
  expect(await runJob(orgFigures, db, NOW)).toBe('counted');
  const figures = async (id: string) => (await db.orgs.get(id))?.figures;
  // In this town everything is called a branch, the committee as well.
  expect(await figures('city')).toEqual({ branches: 4, members: 5 });
  expect(await figures('eastBranch')).toEqual({ branches: 1, members: 2 });
});

it('names of earlier versions are filled with what they are found by, and no others are touched', async () => {
  const { db } = await openTown(NOW);
  await db.orgs.update({ _id: 'west' }, { set: { nameSort: 'kept', nameKeys: ['kept'] } });
  await runJob(orgNamesJob, db, NOW);
  expect(await db.orgs.get('east')).toMatchObject({ nameSort: 'e a s t tuan zu zhi' });
  expect((await db.orgs.get('east'))?.nameKeys).toContain('tzz');
  expect(await db.orgs.get('west')).toMatchObject({ nameKeys: ['kept'] });
});
