import fc from 'fast-check';
import { orgKinds } from '../../../contract/roles';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import { readSheet } from '../../../cloudfunctions/shared/sheets/public';
import { readText } from '../../../contract/text';
import { act, csv, openCity, rows, stand, upload } from './upload';

const exported = async (town: Awaited<ReturnType<typeof openCity>>, orgId = 'east') => {
  const { fileName, base64 } = await town.done('head', 'orgimport.export', { orgId });
  return { fileName, bytes: Buffer.from(base64, 'base64') };
};

it('a tree goes out as a workbook, parents before children, and what was put away does not', async () => {
  const town = await openCity();
  await act(town, 'orgimport.apply', await upload(town, csv('M1,机械学院团委,高校,east', 'M11,007团支部,支部,M1')));
  await town.db.orgs.update({ _id: 'eastBranch' }, { set: { archivedAt: 1 } });
  const { fileName, bytes } = await exported(town);
  expect(fileName).toBe('east团组织组织名单.xlsx');
  const table = await readSheet(bytes, fileName);
  expect(table.header).toEqual(['编号', '名称', '类型', '上级编号', '邀请码']);
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['east', 'east团组织', '团支部', 'city', ''],
    ['M1', '机械学院团委', '高校', 'east', ''],
    ['M11', '007团支部', '团支部', 'M1', ''],
  ]);
});

it('what went out and comes in again changes nothing, whatever the names', async () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((raw) => readText(raw.replaceAll('?', ''), { name: '名称', max: 60 }))
    .filter(({ problem }) => problem === undefined)
    .map(({ text }) => text);
  const plans = fc.array(fc.record({ name, above: fc.nat(), kind: fc.constantFrom(...orgKinds) }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const town = await openCity();
      const paths = [['city', 'east']];
      for (const [at, { name: called, above, kind }] of plan.entries()) {
        const path = paths[above % paths.length] ?? [];
        await town.db.orgs.add(newOrg({ id: `N${at}`, name: called, kind, above: path }));
        paths.push([...path, `N${at}`]);
      }
      const { bytes, fileName } = await exported(town);
      const id = await upload(town, bytes, { fileName });
      const { state, counts, all } = await stand(town, id);
      expect({ wrong: await rows(town, id, 'wrong'), state }).toEqual({ wrong: [], state: 'ready' });
      expect({ counts, all }).toEqual({
        all: 0,
        counts: { added: 0, changed: 0, missing: 0, ambiguous: 0, same: 0, wrong: 0 },
      });
    }),
    { numRuns: 30 },
  );
});
