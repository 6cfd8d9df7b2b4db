import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderBusyError } from '../../../src/store/error';
import { databasePath, openDatabase, openFolder, type Folder } from '../../../src/store/folder';
import { temporaryFolder } from '../../support/folder';

const folders = temporaryFolder('busy-');

/** Fills a database file and holds it, as a process does that is still letting go of it; ends by itself after `ms`. */
const HOLDER = `
const [path, ms] = process.argv.slice(1);
const db = new (require(${JSON.stringify(require.resolve('libsql'))}))(path);
db.exec('PRAGMA locking_mode = EXCLUSIVE');
db.prepare('PRAGMA journal_mode = WAL').all();
db.exec('CREATE TABLE kept (n)');
db.exec('INSERT INTO kept VALUES (7)');
process.stdout.write('held');
setTimeout(() => process.exit(), Number(ms));`;

async function held(name: string, ms: number): Promise<{ dir: string; holder: ChildProcess }> {
  const dir = join(folders, name);
  mkdirSync(dir);
  const args = ['-e', HOLDER, databasePath(dir), String(ms)];
  const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return { dir, holder };
}

function expectKept(folder: Folder): void {
  expect(folder.db.prepare('SELECT n FROM kept').raw().all()).toEqual([[7]]);
  folder.close();
}

test('a folder that was given back is opened while the process before still lets go of its database', async () => {
  const { dir, holder } = await held('going', 800);
  const gone = once(holder, 'exit');
  expectKept(openFolder(dir));
  await gone;
});

test('one that is held for good is said to be in use, not damaged, and nothing is changed', async () => {
  const { dir, holder } = await held('staying', 60_000);
  expect(() => openDatabase(databasePath(dir), 100)).toThrow(FolderBusyError);
  expect(() => openDatabase(databasePath(dir), 100)).toThrow('正被另一个程序使用');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expectKept(openFolder(dir));
});

test('every connection is opened in one place, which waits', () => {
  const root = join(__dirname, '../../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const opening = files.filter((file) => /new Database\(/.test(readFileSync(join(root, file), 'utf8')));
  expect(opening.map((file) => file.replaceAll('\\', '/'))).toEqual(['store/connect.ts']);
});
