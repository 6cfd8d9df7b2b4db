import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabaseService } from '../../../src/database/service';
import { OperatorError } from '../../../src/operator-error';
import { importState } from '../../../src/state/import';
import type { Manifest } from '../../../src/state/format';
import { verifyState } from '../../../src/state/verify';
import { openFolder } from '../../../src/store/folder';
import { download, fill, filesOf, schema, start, temporaryFolder } from './support';

const folder = temporaryFolder();
const source = join(folder, 'source');
const exported = join(folder, 'exported');
let manifest: Manifest;

const importTo = (name: string, more = {}): Promise<Manifest> =>
  importState({ dir: exported, dataDir: join(folder, name), replace: false, ...more });

function hashOf(dataDir: string): string {
  const opened = openFolder(dataDir);
  try {
    return createDatabaseService({ folder: opened, schema: { collections: {} } }).hash();
  } finally {
    opened.close();
  }
}

beforeAll(async () => {
  const { emulator, app } = await start(source);
  await fill(app);
  manifest = await emulator.exportState(exported);
  await emulator.stop();
});

test('export, wipe, import: the hash is equal, and the next export is the same byte for byte but for its time', async () => {
  await importTo('wiped');
  expect(hashOf(join(folder, 'wiped'))).toBe(hashOf(source));
  expect(manifest.documentsHash).toBe(hashOf(source));
  const { emulator } = await start(join(folder, 'wiped'));
  const again = await emulator.exportState(join(folder, 'again'));
  await emulator.stop();
  expect(again.hash).toEqual(manifest.hash);
  const { 'manifest.json': first, ...files } = filesOf(exported);
  const { 'manifest.json': second, ...others } = filesOf(join(folder, 'again'));
  expect(others).toEqual(files);
  expect(first).toBeDefined();
  expect(second).toBeDefined();
  expect({ ...again, exportedAt: '' }).toEqual({ ...manifest, exportedAt: '' });
});

test('what was imported answers through the SDK as before: types, unique rules, indexes, files with their types', async () => {
  await importTo('used');
  const { emulator, app } = await start(join(folder, 'used'));
  const db = app.database();
  const { data } = (await db.collection('books').doc('types').get()) as { data: unknown[] };
  expect(data[0]).toMatchObject({
    ...{ title: '红楼梦\u2028第一回\r\n"\\', tags: ['a', 'b'], at: new Date(1e12), n: 1.5, big: 2 ** 60 },
    ...{ none: null, yes: true, deep: { list: [{ x: [] }, {}], text: '😀' } },
  });
  await expect(db.collection('books').add({ isbn: 'n5' })).rejects.toMatchObject({ message: /E11000/ });
  await db.collection('books').where({ tags: 5 }).get();
  expect(emulator.calls.recentDatabase(1)[0]).toMatchObject({ index: 'tags', examined: 2 });
  expect((await db.collection('a/../b').get()).data).toEqual([{ _id: 'a/../b' }]);
  expect(await download(app, 'a/b.png')).toEqual(Buffer.alloc(300_000, 7));
  expect(await download(app, '目录/同样的 内容.png')).toEqual(Buffer.alloc(300_000, 7));
  expect((await download(app, 'a')).toString()).toBe('one');
  const info = await app.getFileInfo({ fileList: ['cloud://local.6c6f-local-1250000000/a/b.png'] });
  expect(JSON.stringify(info)).toContain('image/png');
  await emulator.stop();
  const opened = openFolder(join(folder, 'used'));
  expect(await verifyState(opened.db, opened.files)).toMatchObject({ faults: [], files: 4 });
  opened.close();
});

test('the format is the documented one: its hash can be computed from the files and the document alone', () => {
  const read = (name: string): string => readFileSync(join(exported, name), 'utf8');
  const { hash, exportedAt, ...rest } = JSON.parse(read('manifest.json')) as Manifest;
  expect(exportedAt).toMatch(/^\d{4}-/);
  const { format, version, env, documentsHash, collections, tables, stored, files } = rest;
  const covered = { format, version, env, documentsHash, collections, tables, stored, files };
  expect(createHash('sha256').update(JSON.stringify(covered)).digest('hex')).toBe(hash.value);
  const present = filesOf(exported);
  delete present['manifest.json'];
  expect(Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]))).toEqual(present);
  expect(JSON.parse(read('schema.json'))).toMatchObject({ collections: { people: { indexes: [] }, 书架: {} } });
  const books = read('collections/books.ndjson').trimEnd().split('\n');
  expect(books).toHaveLength(301);
  expect(books.map((line) => (JSON.parse(line) as { _id: string })._id)).toEqual(
    books.map((line) => (JSON.parse(line) as { _id: string })._id).sort(),
  );
  expect(read('files.ndjson').split('\n')[0]).toMatch(/^\{"path":"a","size":3,.*"sha256":"[0-9a-f]{64}"\}$/);
});

test('the export is a snapshot: what is written, changed and removed meanwhile is not in it', async () => {
  const { emulator, app } = await start(join(folder, 'busy'));
  await fill(app);
  const collection = app.database().collection('books');
  const exporting = emulator.exportState(join(folder, 'snapshot'));
  await Promise.all([
    collection.add({ isbn: 'late' }),
    collection.doc('types').remove(),
    app.deleteFile({ fileList: ['cloud://local.6c6f-local-1250000000/a/b.png'] }),
    app.uploadFile({ cloudPath: 'a', fileContent: Buffer.from('two') }),
  ]);
  const snapshot = await exporting;
  expect(snapshot.stored.files).toBe(4);
  expect(snapshot.collections.find(({ name }) => name === 'books')?.documents).toBe(301);
  expect((await download(app, 'a')).toString()).toBe('two');
  await emulator.stop();
  const kept = readdirSync(join(folder, 'busy/files'));
  expect(kept).toHaveLength(3);
  await importState({ dir: join(folder, 'snapshot'), dataDir: join(folder, 'from-snapshot'), replace: false });
});

describe('an export goes', () => {
  const exportTo = async (dir: string, force = false): Promise<Manifest> => {
    const { emulator } = await start(source);
    return emulator.exportState(dir, force).finally(() => emulator.stop());
  };

  test('over an earlier one only when that is forced', async () => {
    const dir = join(folder, 'twice');
    await exportTo(dir);
    await expect(exportTo(dir)).rejects.toThrow('--force');
    writeFileSync(join(dir, 'collections/old.ndjson'), '');
    await exportTo(dir, true);
    expect(existsSync(join(dir, 'collections/old.ndjson'))).toBe(false);
  });

  test('never over a folder with something else in it, not even when forced', async () => {
    const dir = join(folder, 'home');
    mkdirSync(dir);
    writeFileSync(join(dir, 'letter.txt'), 'x');
    await expect(exportTo(dir, true)).rejects.toThrow(OperatorError);
    expect(readdirSync(dir)).toEqual(['letter.txt']);
  });

  test('nowhere when it fails: a stored file that is not what was uploaded is named, and no folder is left', async () => {
    const { emulator, app } = await start(join(folder, 'broken'));
    await fill(app);
    for (const name of readdirSync(join(folder, 'broken/files'))) {
      writeFileSync(join(folder, 'broken/files', name), 'changed');
    }
    await expect(emulator.exportState(join(folder, 'from-broken'))).rejects.toThrow('云存储文件 a 已损坏');
    await emulator.stop();
    expect(readdirSync(folder).filter((name) => name.startsWith('from-broken'))).toEqual([]);
  });
});

test('every table an emulator keeps is known to the export', async () => {
  const { emulator } = await start(join(folder, 'tables'));
  await expect(emulator.exportState(join(folder, 'tables-out'))).resolves.toBeDefined();
  await emulator.stop();
  const opened = openFolder(join(folder, 'tables'));
  opened.db.exec('CREATE TABLE forgotten (x)');
  opened.close();
  const again = await start(join(folder, 'tables'), { schema });
  await expect(again.emulator.exportState(join(folder, 'forgotten'))).rejects.toThrow('forgotten is not listed');
  await again.emulator.stop();
});

test('a collection that gives fewer documents than it holds is an error, not a smaller export', async () => {
  const { emulator, app } = await start(join(folder, 'fewer'));
  await fill(app);
  await emulator.stop();
  const opened = openFolder(join(folder, 'fewer'));
  // A key of another type sorts outside of everything that is ever asked for.
  opened.db.exec("UPDATE collection_1 SET id = 'lost' WHERE n = 5");
  opened.close();
  const again = await start(join(folder, 'fewer'));
  await expect(again.emulator.exportState(join(folder, 'fewer-out'))).rejects.toThrow('有 301 个文档，只读到 300 个');
  await again.emulator.stop();
});
