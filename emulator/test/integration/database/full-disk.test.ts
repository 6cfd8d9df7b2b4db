import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createDatabaseService } from '../../../src/database/service';
import type { Json, WireContext } from '../../../src/service';
import { openFolder } from '../../../src/store/folder';

const context: WireContext = { requestId: 'r', env: 'local' };
const schema = {
  collections: { things: { indexes: [{ name: 'tags', keys: [['tags', 1]] as [string, 1][] }] } },
};
let dir: string;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'shuxiang-full-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function open() {
  const folder = openFolder(dir);
  const service = createDatabaseService({ folder, schema });
  const call = async (action: string, body: Json): Promise<Json> =>
    (await service.actions[`database.${action}`]?.({ collectionName: 'things', ...body }, context)) as Json;
  const pages = (): number => (folder.db.prepare('PRAGMA page_count').raw().get() as [number])[0];
  const limit = (count: number): void => void folder.db.prepare(`PRAGMA max_page_count = ${count}`).raw().get();
  const close = async (): Promise<void> => {
    await service.stop();
    folder.close();
  };
  return { call, pages, limit, close };
}

const add = (id: string): Json => ({ data: [JSON.stringify({ _id: id, tags: [id], text: 'x'.repeat(3000) })] });
const total = async (call: ReturnType<typeof open>['call']): Promise<unknown> =>
  ((await call('calculateDocument', { query: '{}' })).data as Json).total;

describe('a full disk', () => {
  test('is a documented error; what was acknowledged stays, the engine goes on when there is room', async () => {
    const { call, pages, limit, close } = open();
    await call('insertDocument', add('first'));
    limit(pages() + 20);
    let stored = 1;
    const fill = async (): Promise<void> => {
      for (;;) {
        await call('insertDocument', add(`d${stored}`));
        stored += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({
      code: 'SYS_ERR',
      message: expect.stringContaining('full') as unknown,
    });
    expect(stored).toBeGreaterThan(1);
    expect(await total(call)).toBe(stored);
    await expect(call('insertDocument', add('again'))).rejects.toMatchObject({ code: 'SYS_ERR' });
    limit(1_000_000);
    await call('insertDocument', add('after'));
    expect(await total(call)).toBe(stored + 1);
    await close();
    const again = open();
    expect(await total(again.call)).toBe(stored + 1);
    await again.close();
  });

  test('a transaction that does not fit is not half stored', async () => {
    const { call, pages, limit, close } = open();
    const { transactionId } = await call('startTransaction', {});
    for (let i = 0; i < 40; i += 1) await call('insertDocument', { ...add(`t${i}`), transactionId });
    limit(pages() + 10);
    await expect(call('commitTransaction', { transactionId })).rejects.toMatchObject({ code: 'SYS_ERR' });
    expect(await total(call)).toBe(0);
    limit(1_000_000);
    await call('insertDocument', add('t0'));
    expect(await total(call)).toBe(1);
    await close();
  });
});

describe('the check at the start', () => {
  const path = (): string => join(dir, 'cloudbase.db');

  test('is left out for a file as it was closed, and the note of it is used up', async () => {
    await open().close();
    expect(existsSync(`${path()}.clean.json`)).toBe(true);
    const second = open();
    expect(existsSync(`${path()}.clean.json`)).toBe(false);
    await second.close();
  });

  test('is made when anybody touched the file since', async () => {
    const first = open();
    for (let i = 0; i < 50; i += 1) await first.call('insertDocument', add(`d${i}`));
    await first.close();
    const bytes = readFileSync(path());
    writeFileSync(path(), Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192, 0xab), bytes.subarray(12288)]));
    expect(() => open()).toThrow(/数据库文件已损坏/);
    expect(() => open()).toThrow(/数据库文件已损坏/);
  });

  test('damage it could not see is an error when it is met, never an empty answer', async () => {
    const first = open();
    for (let i = 0; i < 50; i += 1) await first.call('insertDocument', add(`d${i}`));
    await first.close();
    const { atime, mtime } = statSync(path());
    const bytes = readFileSync(path());
    writeFileSync(path(), Buffer.concat([bytes.subarray(0, 24576), Buffer.alloc(bytes.length - 24576, 0xab)]));
    utimesSync(path(), atime, mtime);
    const reading = async (): Promise<unknown> => {
      const { call } = open();
      return call('getDocument', { query: '{}', queryType: 'WHERE' });
    };
    await expect(reading()).rejects.toThrow(/损坏|damaged|malformed/);
  });
});
