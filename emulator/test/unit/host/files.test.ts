import { mkdtempSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { FileStore } from '../../../src/storage/files';
import { openFolder, type Folder } from '../../../src/store/folder';

let dir: string;
let folder: Folder;
let files: FileStore;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'host-files-'));
  folder = openFolder(dir);
  files = new FileStore(folder.db, folder.files, Date.now);
});
afterEach(() => {
  folder.close();
  rmSync(dir, { recursive: true });
});

const write = (path: string, text: string): Promise<void> => files.write(path, Readable.from([Buffer.from(text)]), 100);

async function read(path: string): Promise<string> {
  const opened = await files.open(path);
  const text = await opened!.handle.readFile('utf8');
  await opened!.handle.close();
  return text;
}

/** A reader that has looked the file up right before it was replaced. */
async function replacedAfterLookup(): Promise<void> {
  await write('a', 'old');
  const stale = files.find('a');
  await write('a', 'new');
  jest.spyOn(files, 'find').mockReturnValueOnce(stale);
}

test('a file that is replaced between being looked up and being read is read in its new version', async () => {
  await replacedAfterLookup();
  expect(await read('a')).toBe('new');
});

test('one that is replaced while it is being copied is copied in its new version', async () => {
  await replacedAfterLookup();
  expect(await files.copy('a', 'b')).toMatchObject({ path: 'a', size: 3 });
  expect(await read('b')).toBe('new');
});

test('one that is deleted meanwhile is missing, and nothing is left of the copy', async () => {
  await write('a', 'old');
  const stale = files.find('a');
  await files.remove('a');
  jest.spyOn(files, 'find').mockReturnValueOnce(stale);
  expect(await files.open('a')).toBeUndefined();
  jest.spyOn(files, 'find').mockReturnValueOnce(stale);
  expect(await files.copy('a', 'b')).toBeUndefined();
  expect(files.totals()).toEqual({ files: 0, bytes: 0 });
});

test('one whose bytes are lost is an error, not an endless search', async () => {
  await write('a', 'old');
  unlinkSync(join(folder.files, files.find('a')!.blob));
  await expect(files.open('a')).rejects.toThrow('ENOENT');
});

test('an upload under way while the start cleans up is not taken for rubbish', async () => {
  const content = new PassThrough();
  const writing = files.write('a', content, 100);
  content.write('before ');
  while (readdirSync(folder.files).length === 0) await new Promise((done) => setTimeout(done, 5));
  await files.sweep();
  content.end('after');
  await writing;
  expect(await read('a')).toBe('before after');
});
