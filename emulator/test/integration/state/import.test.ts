import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importState } from '../../../src/state/import';
import { manifestHash, type Manifest } from '../../../src/state/format';
import { openFolder } from '../../../src/store/folder';
import { FolderError } from '../../../src/store/error';
import { fill, filesOf, start, temporaryFolder } from './support';

const folder = temporaryFolder();
const good = join(folder, 'good');
let copies = 0;

beforeAll(async () => {
  const { emulator, app } = await start(join(folder, 'source'));
  await fill(app);
  await emulator.exportState(good);
  await emulator.stop();
});

/** A copy of the export that a test may damage. */
function copy(): string {
  copies += 1;
  const dir = join(folder, `copy-${copies}`);
  cpSync(good, dir, { recursive: true });
  return dir;
}

/** A data folder with one document of its own. */
async function occupied(name: string): Promise<string> {
  const dataDir = join(folder, name);
  const { emulator, app } = await start(dataDir);
  await app.database().collection('people').add({ _id: 'mine' });
  await app.uploadFile({ cloudPath: 'mine.txt', fileContent: Buffer.from('mine') });
  await emulator.stop();
  return dataDir;
}

async function idsIn(dataDir: string): Promise<unknown[]> {
  const { emulator, app } = await start(dataDir);
  const { data } = await app.database().collection('people').get();
  await emulator.stop();
  return (data as { _id: unknown }[]).map(({ _id }) => _id);
}

/** Changes the manifest and gives it a hash that fits, as somebody who knows the format could. */
function rewrite(dir: string, change: (manifest: Manifest) => void): void {
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  change(manifest);
  manifest.hash.value = manifestHash(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

const flip = (path: string): void => {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] as number) ^ 1;
  writeFileSync(path, bytes);
};

/** Without what SQLite and we ourselves make anew at each opening. */
const lasting = (files: Record<string, string>): object =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !/-shm$|\.clean\.json$/.test(name)));

const blobs = (dir: string): string[] => readdirSync(join(dir, 'files')).map((name) => join(dir, 'files', name));

test.each<[string, (dir: string) => void, string]>([
  ['one flipped bit in a document', (dir) => flip(join(dir, 'collections/books.ndjson')), 'SHA-256 不符'],
  [
    'one flipped bit in a stored file',
    (dir) =>
      blobs(dir)
        .filter((f) => readFileSync(f).length > 0)
        .forEach(flip),
    'SHA-256 不符',
  ],
  ['one flipped bit in the schema', (dir) => flip(join(dir, 'schema.json')), 'SHA-256 不符'],
  ['one flipped bit in the list of files', (dir) => flip(join(dir, 'files.ndjson')), 'SHA-256 不符'],
  ['one flipped bit in the manifest', (dir) => flip(join(dir, 'manifest.json')), 'manifest.json'],
  ['a line more', (dir) => appendFileSync(join(dir, 'collections/made-later.ndjson'), '{"_id":"x"}\n'), '字节'],
  ['a file less', (dir) => rmSync(join(dir, 'collections/made-later.ndjson')), '文件不见了'],
  ['no manifest', (dir) => rmSync(join(dir, 'manifest.json')), '不是一份导出'],
  [
    'a manifest of something else',
    (dir) => writeFileSync(join(dir, 'manifest.json'), '{"a":1}'),
    '不是本地云开发的导出清单',
  ],
  ['another environment', (dir) => rewrite(dir, (m) => (m.env = 'other')), '属于环境 other'],
  ['a newer format', (dir) => rewrite(dir, (m) => (m.version = 2)), '导出格式 2，本程序最高支持 1'],
  ['a wrong count', (dir) => rewrite(dir, (m) => (m.collections[0]!.documents += 1)), '行'],
  ['a path out of the export', (dir) => rewrite(dir, (m) => (m.files[0]!.path = '../../x')), '未知的文件'],
  ['a collection file without a hash', (dir) => rewrite(dir, (m) => (m.collections[0]!.file = '../x')), '没有它的哈希'],
  ['the hash of other documents', (dir) => rewrite(dir, (m) => (m.documentsHash = 'x')), '文档的哈希不符'],
])('an export with %s is refused in Chinese, and nothing is changed', async (_, damage, message) => {
  const dir = copy();
  damage(dir);
  const dataDir = await occupied(`refused-${copies}`);
  const before = filesOf(dataDir);
  await expect(importState({ dir, dataDir, replace: true, env: 'local' })).rejects.toThrow(message);
  expect(lasting(filesOf(dataDir))).toEqual(lasting(before));
  expect(await idsIn(dataDir)).toEqual(['mine']);
});

test('a folder with something in it is refused, unless it may be replaced; then nothing of the old is left', async () => {
  const dataDir = await occupied('occupied');
  await expect(importState({ dir: good, dataDir, replace: false })).rejects.toThrow('--replace');
  expect(await idsIn(dataDir)).toEqual(['mine']);
  await importState({ dir: good, dataDir, replace: true });
  expect(await idsIn(dataDir)).toEqual([7, '7']);
  expect(readdirSync(join(dataDir, 'files'))).toHaveLength(4);
  expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test('a folder whose collections are all empty counts as empty', async () => {
  const { emulator } = await start(join(folder, 'fresh'));
  await emulator.stop();
  await importState({ dir: good, dataDir: join(folder, 'fresh'), replace: false });
  expect(await idsIn(join(folder, 'fresh'))).toEqual([7, '7']);
});

test('a damaged folder is replaced: that is what an export is kept for', async () => {
  const dataDir = await occupied('damaged');
  writeFileSync(join(dataDir, 'cloudbase.db'), 'not a database at all '.repeat(500));
  await expect(importState({ dir: good, dataDir, replace: false })).rejects.toThrow(FolderError);
  await importState({ dir: good, dataDir, replace: true });
  expect(await idsIn(dataDir)).toEqual([7, '7']);
});

test('a folder that a process holds is refused with its holder named', async () => {
  const held = openFolder(join(folder, 'held'));
  await expect(importState({ dir: good, dataDir: join(folder, 'held'), replace: true })).rejects.toThrow(
    `进程 ${process.pid}`,
  );
  held.close();
});

test('a folder that is started as another environment is a warning: its file ids name the old one', async () => {
  const log: string[] = [];
  const dataDir = await occupied('renamed');
  const { emulator } = await start(dataDir, { env: 'other', log: ({ message }) => log.push(message) });
  await emulator.stop();
  expect(log.join('\n')).toContain('属于环境 local，现在以 other 启动');
});
