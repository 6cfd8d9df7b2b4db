import {
  removeFilesOf,
  applyVerdict,
  attachFiles,
  filesOf,
  requireFiles,
} from '../../../cloudfunctions/shared/files/public';
import { retention } from '../../../cloudfunctions/jobs/retention';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { Viewer } from '../../../cloudfunctions/kernel/context';
import { command, openTown, people, person, type Town } from '../../support/domains';
import { exif, jpeg, png } from '../../support/pictures';
import { runJob } from '../../support/runJob';

const NOW = Date.UTC(2026, 10, 30, 4);
const office = person('office', 'city', [{ role: 'cityAdmin', orgId: 'city' }]);
const part = person('part', 'east', [{ role: 'cityAdmin', orgId: 'east' }]);
const open = () => openTown(NOW, {}, [office, part]);

const announce = (kind: 'jpeg' | 'png', size: number, number = 1) =>
  ({ commandId: command(number), purpose: 'feedback', kind, size }) as const;

/** A picture that somebody uploaded and that was checked. */
async function stored(town: Town, who: string, bytes = png(), number = 1): Promise<string> {
  const { ticket } = await town.done(who, 'file.ticket', announce('png', bytes.length, number));
  await town.files.put(ticket.path, bytes);
  await town.done(who, 'file.finish', { commandId: command(number + 100), id: ticket.id });
  return ticket.id;
}

const contextOf = (town: Town, who: string) => ({
  others: closeAll(town.db),
  files: town.files,
  now: town.clock.now,
  viewer: people.find(({ _id }) => _id === who) as Viewer,
});

it('a picture comes in cleaned, at a path that no client can write, and nothing is left where it was uploaded', async () => {
  const town = await open();
  const bytes = jpeg({ width: 8, height: 16, more: [exif(6, 'GPS 30.5')] });
  const { ticket } = await town.done('reader', 'file.ticket', announce('jpeg', bytes.length));
  expect(town.trips()).toBe(2);
  await town.files.put(ticket.path, bytes);
  const { file } = await town.done('reader', 'file.finish', { commandId: command(2), id: ticket.id });
  expect(file).toMatchObject({ kind: 'jpeg', width: 16, height: 8, verdict: 'waiting' });
  expect(town.trips()).toBe(3);
  expect([...town.files.stored.keys()]).toEqual([expect.stringMatching(/^kept\/file_[\w-]{24}-[0-9a-f]{16}\.jpg$/)]);
  expect([...town.files.stored.values()][0]?.includes('GPS')).toBe(false);
  // Its uploader sees it at once, nobody else does.
  await town.done('reader', 'file.open', { id: file.id });
  expect(await town.call('neighbour', 'file.open', { id: file.id })).toMatchObject({ code: 'FILE_GONE' });
});

it('a command that comes twice gives the same ticket and the same file', async () => {
  const town = await open();
  const first = await town.done('reader', 'file.ticket', announce('png', png().length));
  expect(await town.done('reader', 'file.ticket', announce('png', png().length))).toEqual(first);
  await town.files.put(first.ticket.path, png());
  const done = await town.done('reader', 'file.finish', { commandId: command(2), id: first.ticket.id });
  expect(await town.done('reader', 'file.finish', { commandId: command(2), id: first.ticket.id })).toEqual(done);
  expect(await town.db.files.count({})).toBe(1);
});

it.each([
  ['nothing', undefined, 'FILE_MISSING'],
  ['a page', Buffer.from('<script>'), 'FILE_BROKEN'],
  ['another kind of picture', jpeg(), 'FILE_BROKEN'],
  ['more than may come', Buffer.alloc(11 * 1024 * 1024), 'FILE_TOO_LARGE'],
  ['a bomb', png({}, { width: 16_000, height: 16_000 }), 'FILE_TOO_LARGE'],
])(
  'where %s was uploaded by a ticket for a PNG it is refused, nothing is kept, and the ticket is still good',
  async (_, bytes, code) => {
    const town = await open();
    const { ticket } = await town.done('reader', 'file.ticket', announce('png', 100));
    if (bytes !== undefined) await town.files.put(ticket.path, bytes);
    const finish = () => town.call('reader', 'file.finish', { commandId: command(2), id: ticket.id });
    expect(await finish()).toMatchObject({ code });
    expect(town.files.stored.size).toBe(0);
    await town.files.put(ticket.path, png());
    expect(await finish()).toMatchObject({ ok: true });
  },
);

it('of two checks at once that read different bytes one counts, and what the other laid down goes', async () => {
  const town = await open();
  const { ticket } = await town.done('reader', 'file.ticket', announce('png', 100));
  const [first, second] = [png(), png({ width: 3 })];
  await town.files.put(ticket.path, first);
  const put = town.files.put.bind(town.files);
  // Before the first lays down what it read, somebody uploads another picture, which is checked and stored at once.
  town.files.put = async (path, bytes) => {
    town.files.put = put;
    await put(ticket.path, second);
    await town.done('reader', 'file.finish', { commandId: command(3), id: ticket.id });
    await put(path, bytes);
  };
  const { file } = await town.done('reader', 'file.finish', { commandId: command(2), id: ticket.id });
  expect(file.width).toBe(3);
  expect([...town.files.stored.values()]).toEqual([second]);
});

it('nobody finishes, discards or takes another’s upload, and no ticket is good after its hour', async () => {
  const town = await open();
  const { ticket } = await town.done('reader', 'file.ticket', announce('png', 100));
  await town.files.put(ticket.path, png());
  const finish = { commandId: command(2), id: ticket.id };
  expect(await town.call('neighbour', 'file.finish', finish)).toMatchObject({ code: 'FILE_GONE' });
  expect(await town.done('neighbour', 'file.discard', finish)).toEqual({ discarded: false });
  town.clock.now += 3_600_000;
  expect(await town.call('reader', 'file.finish', finish)).toMatchObject({ code: 'FILE_EXPIRED' });
});

it('what nobody took goes after its time, from storage too, by the timer; what a thing took stays', async () => {
  const town = await open();
  const kept = await stored(town, 'reader', png(), 1);
  await stored(town, 'reader', png(), 2);
  const { ticket } = await town.done('reader', 'file.ticket', announce('png', 100, 3));
  await town.files.put(ticket.path, png());
  const taking = { purpose: 'feedback', ids: [kept], of: 'feedback:f1' } as const;
  await attachFiles(contextOf(town, 'reader'), taking);
  town.clock.now += 86_400_001;
  await runJob(retention, town.db, town.clock.now, '', town.files);
  expect((await town.db.files.find({}, { limit: 9 })).map(({ _id }) => _id)).toEqual([kept]);
  expect([...town.files.stored.keys()]).toEqual([expect.stringContaining(kept)]);
  await removeFilesOf(closeAll(town.db), town.files, 'feedback:f1');
  expect([town.files.stored.size, await town.db.files.count({})]).toEqual([0, 0]);
});

it('a thing takes its sender’s own files only, once, and gives none to another thing', async () => {
  const town = await open();
  const id = await stored(town, 'reader');
  const taking = (of: string) => ({ purpose: 'feedback', ids: [id], of }) as const;
  await expect(requireFiles(contextOf(town, 'neighbour'), taking('feedback:f1'))).rejects.toThrow();
  await attachFiles(contextOf(town, 'neighbour'), taking('feedback:f1'));
  expect(await town.db.files.get(id)).toMatchObject({ of: null });
  await requireFiles(contextOf(town, 'reader'), taking('feedback:f1'));
  await attachFiles(contextOf(town, 'reader'), taking('feedback:f1'));
  await requireFiles(contextOf(town, 'reader'), taking('feedback:f1'));
  await expect(requireFiles(contextOf(town, 'reader'), taking('feedback:f2'))).rejects.toThrow();
  await attachFiles(contextOf(town, 'reader'), taking('feedback:f2'));
  const files = await filesOf(closeAll(town.db), ['feedback:f1', 'feedback:f2']);
  expect([...files].map(([thing, list]) => [thing, list.length])).toEqual([
    ['feedback:f1', 1],
    ['feedback:f2', 0],
  ]);
  expect(await town.done('reader', 'file.discard', { commandId: command(9), id })).toEqual({ discarded: false });
  expect(await requireFiles(contextOf(town, 'reader'), { ...taking('feedback:f3'), ids: [] })).toEqual([]);
  await attachFiles(contextOf(town, 'reader'), { ...taking('feedback:f3'), ids: [] });
  expect(await filesOf(closeAll(town.db), [])).toEqual(new Map());
});

it('a picture of a complaint is seen by its sender and by the office of the city, and by nobody else', async () => {
  const town = await open();
  const id = await stored(town, 'reader');
  await attachFiles(contextOf(town, 'reader'), { purpose: 'feedback', ids: [id], of: 'feedback:f1' });
  for (const who of ['reader', 'office']) {
    const { url } = await town.done(who, 'file.open', { id });
    expect(url).toContain(id);
  }
  for (const who of ['neighbour', 'secretary', 'head', 'part']) {
    expect(await town.call(who, 'file.open', { id })).toMatchObject({ code: 'FILE_GONE' });
  }
  // A verdict changes nothing of it here: nobody but these two ever sees it.
  expect(await applyVerdict(closeAll(town.db), id, 'refused')).toBe(true);
  expect(await town.call('neighbour', 'file.open', { id })).toMatchObject({ code: 'FILE_GONE' });
  expect(await applyVerdict(closeAll(town.db), 'none', 'passed')).toBe(false);
  await town.files.remove([...town.files.stored.keys()]);
  expect(await town.call('reader', 'file.open', { id })).toMatchObject({ code: 'FILE_GONE' });
});

it('a file that is not wanted any more goes at once', async () => {
  const town = await open();
  const id = await stored(town, 'reader');
  expect(await town.done('reader', 'file.discard', { commandId: command(9), id })).toEqual({ discarded: true });
  expect([town.files.stored.size, await town.db.files.count({})]).toEqual([0, 0]);
});
