import { EXPORT_ROWS_MAX } from '../../../contract/shared/exports/constants';
import { retention } from '../../../cloudfunctions/jobs/retention';
import type { Viewer } from '../../../cloudfunctions/kernel/context';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import {
  defineExport,
  exportJob,
  exportLink,
  exportsOf,
  findExport,
  isGivenUp,
  layDown,
  queueExport,
  startExport,
  type ExportSight,
} from '../../../cloudfunctions/shared/exports/public';
import { command, openTown, people, type Town } from '../../support/domains';
import { runJob } from '../../support/runJob';

const NOW = Date.UTC(2026, 10, 30, 4);
afterEach(() => jest.restoreAllMocks());

/** Pages of two rows of a list of `count`; `sight.now` is what anybody may have of it. */
function numbers(count: number) {
  const sight: { now: ExportSight } = { now: 'full' };
  const list = defineExport<{ orgId: string }, { n: number }>({
    kind: 'numbers',
    purpose: '核对',
    columns: [{ title: '数', value: ({ n }) => n }],
    sight: () => Promise.resolve(sight.now),
    rows(_others, _params, { cursor = '0' }) {
      const from = Number(cursor);
      const rows = Array.from({ length: Math.min(2, count - from) }, (_, index) => ({ n: from + index }));
      return Promise.resolve({ rows, next: from + 2 < count ? String(from + 2) : null, all: count });
    },
    notes: () => Promise.resolve([`共 ${count}`]),
  });
  return { list, sight };
}

const contextOf = (town: Town, who = 'reader') => ({
  others: closeAll(town.db),
  files: town.files,
  now: town.clock.now,
  viewer: people.find(({ _id }) => _id === who) as Viewer,
  requestId: 'r',
});
const wanted = (number = 1, format: 'csv' | 'xlsx' | 'json' | 'html' = 'csv') =>
  ({ commandId: command(number), params: { orgId: 'east' }, format, title: '数' }) as const;
const contentOf = (town: Town) => [...town.files.stored.values()].map((bytes) => bytes.toString('utf8'));

it('a small list is ready with the reply; asked for twice it is one file', async () => {
  const town = await openTown(NOW);
  const { list } = numbers(2);
  const made = await startExport(contextOf(town), list, wanted());
  expect(made).toMatchObject({ state: 'ready', rows: 2, progress: null });
  expect(await startExport(contextOf(town), list, wanted())).toEqual(made);
  expect(contentOf(town)).toEqual([expect.stringMatching(/^\ufeff数\r\n0\r\n1\r\n共 2\r\n"reader同志 于 .*"\r\n$/)]);
});

it('a longer one goes on by the timer, with progress; parts are gone when it is over', async () => {
  const town = await openTown(NOW);
  const { list } = numbers(7);
  const begun = await startExport(contextOf(town), list, wanted());
  expect(begun).toMatchObject({ state: 'making', progress: { done: 4, all: 7 } });
  expect(town.files.stored.size).toBe(2);
  await runJob(exportJob([list]), town.db, NOW, begun.id, town.files);
  const doc = await exportsOf(closeAll(town.db)).get(begun.id);
  expect(doc).toMatchObject({ state: 'ready', rows: 7, parts: [] });
  expect([...town.files.stored.keys()]).toEqual([`export/${begun.id}/file.csv`]);
  expect(contentOf(town)[0]?.split('\r\n').slice(1, 8)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
});

it('killed before or after any call of its making and begun again, it comes to the same file', async () => {
  const whole = await openTown(NOW);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { list } = numbers(5);
  const { id } = await startExport(contextOf(whole), list, wanted());
  await runJob(exportJob([list]), whole.db, NOW, id, whole.files);
  for (let dies = 1; dies < 24; dies += 1) {
    let left = Infinity;
    const town = await openTown(NOW, {
      before: () => {
        left -= 1;
        if (left === 0) throw new Error('killed');
      },
    });
    const attempt = () => startExport(contextOf(town), list, wanted());
    left = dies;
    await attempt().catch(attempt);
    const rest = () => runJob(exportJob([list]), town.db, NOW, id, town.files);
    await rest().catch(rest);
    left = Infinity;
    expect([dies, [...town.files.stored]]).toEqual([dies, [...whole.files.stored]]);
    expect(await exportsOf(closeAll(town.db)).get(id)).toEqual(await exportsOf(closeAll(whole.db)).get(id));
  }
});

it.each(['xlsx', 'json', 'html'] as const)('as %s it is written too', async (format) => {
  const town = await openTown(NOW);
  const { size } = await startExport(contextOf(town), numbers(2).list, wanted(1, format));
  expect(size).toBeGreaterThan(50);
});

it('whoever may have nothing of a list gets no file', async () => {
  const town = await openTown(NOW);
  const { list, sight } = numbers(2);
  sight.now = 'none';
  await expect(startExport(contextOf(town), list, wanted())).rejects.toThrow();
  expect(await town.db.exports.count({})).toBe(0);
});

it('more rows than a file may have are cut off, and the file says so', async () => {
  const town = await openTown(NOW);
  const many = defineExport<Record<string, string>, number>({
    kind: 'many',
    purpose: '核对',
    columns: [{ title: '数', value: (n) => n }],
    sight: () => Promise.resolve('full'),
    rows: () => Promise.resolve({ rows: Array.from({ length: 30_000 }, (_, index) => index), next: 'more' }),
  });
  const { id } = await startExport(contextOf(town), many, wanted());
  await runJob(exportJob([many]), town.db, NOW, id, town.files);
  expect(await exportsOf(closeAll(town.db)).get(id)).toMatchObject({ rows: EXPORT_ROWS_MAX, state: 'ready' });
  expect(contentOf(town)[0]).toContain(`只导出了前 ${EXPORT_ROWS_MAX} 行`);
});

it('a file is its maker’s alone, for a day; then the timer takes it away with its record', async () => {
  const town = await openTown(NOW);
  const { id } = await startExport(contextOf(town), numbers(2).list, wanted());
  expect((await town.done('reader', 'download.mine', {})).items).toMatchObject([{ id, state: 'ready' }]);
  expect((await town.done('reader', 'download.get', { id })).download).toMatchObject({ id, rows: 2 });
  expect(await town.call('neighbour', 'download.get', { id })).toMatchObject({ code: 'DOWNLOAD_GONE' });
  expect(await town.call('neighbour', 'download.open', { id })).toMatchObject({ code: 'DOWNLOAD_GONE' });
  expect(await town.done('neighbour', 'download.discard', { commandId: command(9), id })).toEqual({ discarded: false });
  town.clock.now += 86_400_000;
  expect(await town.call('reader', 'download.get', { id })).toMatchObject({ code: 'DOWNLOAD_GONE' });
  await runJob(retention, town.db, town.clock.now + 1, '', town.files);
  expect([await town.db.exports.count({}), town.files.stored.size]).toEqual([0, 0]);
});

it('of a list that nobody knows any more nothing is opened: rights are asked for again each time', async () => {
  const town = await openTown(NOW);
  const { id } = await startExport(contextOf(town), numbers(2).list, wanted());
  expect(await town.call('reader', 'download.open', { id })).toMatchObject({ code: 'DOWNLOAD_RIGHTS' });
});

it('what is not wanted any more goes at once, parts and all', async () => {
  const town = await openTown(NOW);
  const { id } = await startExport(contextOf(town), numbers(9).list, wanted());
  expect(town.files.stored.size).toBe(2);
  expect(await town.done('reader', 'download.discard', { commandId: command(9), id })).toEqual({ discarded: true });
  expect([await town.db.exports.count({}), town.files.stored.size]).toEqual([0, 0]);
  // Its job finds nothing to make.
  expect(await runJob(exportJob([]), town.db, NOW, id, town.files)).toBe('nothing to make');
});

it('a job of its own makes a file that was queued; one that was given up says so', async () => {
  const town = await openTown(NOW);
  const context = contextOf(town);
  const opening = { kind: 'own', purpose: '本人留存', sight: () => Promise.resolve('full' as const) };
  const { id } = await queueExport(context, opening, { ...wanted(), job: 'owndata' });
  expect(await town.db.jobs.get(`owndata:${id}`)).toMatchObject({ state: 'due' });
  const doc = (await findExport(context, id)) ?? fail();
  expect(await exportLink(context, doc)).toBeUndefined();
  expect(await isGivenUp(context.others, doc, 'owndata')).toBe(false);
  await town.db.jobs.update({ _id: `owndata:${id}` }, { set: { state: 'failed' } });
  expect(await isGivenUp(context.others, doc, 'owndata')).toBe(true);
  const place = { exports: exportsOf(context.others), files: town.files };
  await layDown(place, doc, { bytes: Buffer.from('x'), rows: 4 });
  const link = await exportLink(context, (await findExport(context, id)) ?? fail());
  expect(link?.url).toContain(`export/${id}/file.csv`);
});

function fail(): never {
  throw new Error('it should be there');
}
