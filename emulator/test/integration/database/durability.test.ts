import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseService } from '../../../src/database/service';
import type { IndexDeclaration, SchemaFile, WireContext } from '../../../src/service';
import { FolderError } from '../../../src/store/error';
import { openFolder } from '../../../src/store/folder';
import { startHarness } from './harness';

const context: WireContext = { requestId: 'r', env: 'local' };
const schemaOf = (...indexes: IndexDeclaration[]): SchemaFile => ({ collections: { things: { indexes } } });
let dir: string;

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'shuxiang-durable-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Opens the folder with a schema, adds documents, gives the hash, closes again. */
async function session(schema: SchemaFile, docs: object[] = []): Promise<string> {
  const folder = openFolder(dir);
  try {
    const service = createDatabaseService({ folder, schema });
    for (const doc of docs) {
      await service.actions['database.insertDocument']?.(
        { collectionName: 'things', data: [JSON.stringify(doc)] },
        context,
      );
    }
    await service.stop();
    return service.hash();
  } finally {
    folder.close();
  }
}

describe('a restart', () => {
  test('finds every document, index and unique rule again', async () => {
    const h = await startHarness(
      schemaOf(
        { name: 'uniq', unique: true, keys: [['k', 1]] },
        {
          name: 'tags',
          keys: [
            ['tags', 1],
            ['n', 1],
          ],
        },
      ),
    );
    try {
      await h.db
        .collection('things')
        .add(Array.from({ length: 50 }, (_, i) => ({ k: i, n: i, tags: ['a', `b${i}`], at: new Date(i) })));
      const before = h.service.hash();
      await h.reopen();
      expect(h.service.hash()).toBe(before);
      h.calls.length = 0;
      expect((await h.db.collection('things').where({ tags: 'b7' }).get()).data).toMatchObject([
        { k: 7, at: new Date(7) },
      ]);
      expect(h.calls.at(-1)).toMatchObject({ index: 'tags', examined: 1 });
      await expect(h.db.collection('things').add({ k: 7 })).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    } finally {
      await h.close();
    }
  });

  test('still knows which fields hold arrays, so combined conditions stay right', async () => {
    await session(schemaOf({ name: 'a', keys: [['a', 1]] }), [{ _id: 1, a: [1, 9] }]);
    const folder = openFolder(dir);
    const service = createDatabaseService({ folder, schema: schemaOf({ name: 'a', keys: [['a', 1]] }) });
    const query = JSON.stringify({ a: { $gt: 3, $lt: 5 } });
    const reply = await service.actions['database.getDocument']?.(
      { collectionName: 'things', query, queryType: 'WHERE' },
      context,
    );
    expect((reply?.data as { list: string[] }).list).toHaveLength(1);
    await service.stop();
    folder.close();
  });

  test('the hash says the same for the same content, whatever the order it came in', async () => {
    const first = await session(schemaOf(), [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ]);
    rmSync(dir, { recursive: true });
    expect(
      await session(schemaOf(), [
        { _id: 'b', n: 2 },
        { _id: 'a', n: 1 },
      ]),
    ).toBe(first);
    expect(await session(schemaOf(), [{ _id: 'c' }])).not.toBe(first);
  });
});

describe('indexes follow the declaration', () => {
  test('a new one is built over what is stored, a dropped one goes', async () => {
    const docs = Array.from({ length: 5 }, (_, i) => ({ _id: i, k: i }));
    const content = await session(schemaOf(), docs);
    expect(await session(schemaOf({ name: 'k', unique: true, keys: [['k', 1]] }))).toBe(content);
    await expect(
      session(schemaOf({ name: 'k', unique: true, keys: [['k', 1]] }), [{ _id: 9, k: 3 }]),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    await session(schemaOf(), [{ _id: 10, k: 3 }]);
  });

  test('a unique one that stored documents break is a clear error, and nothing is changed', async () => {
    const content = await session(schemaOf(), [
      { _id: 1, k: 'x' },
      { _id: 2, k: 'x' },
    ]);
    await expect(session(schemaOf({ name: 'uniq_k', unique: true, keys: [['k', 1]] }))).rejects.toThrow(
      /集合 things 上建立索引 uniq_k：已有数据重复，\{ k: "x" \}/,
    );
    expect(await session(schemaOf())).toBe(content);
  });
});

describe('the data folder', () => {
  test('is held by one user at a time; the lock says who', () => {
    const folder = openFolder(dir);
    expect(() => openFolder(dir)).toThrow(FolderError);
    expect(() => openFolder(dir)).toThrow(new RegExp(`进程 ${process.pid}`));
    expect(JSON.parse(readFileSync(join(dir, 'lock.json'), 'utf8'))).toMatchObject({ pid: process.pid });
    folder.close();
    folder.close();
    openFolder(dir).close();
  });

  test('a lock left by a dead process, or cut short, is taken over', () => {
    writeFileSync(join(dir, 'lock.json'), JSON.stringify({ pid: 2 ** 22 - 3, startedAt: 'long ago' }));
    openFolder(dir).close();
    writeFileSync(join(dir, 'lock.json'), '{"pi');
    openFolder(dir).close();
    writeFileSync(
      join(dir, 'lock.json'),
      JSON.stringify({ pid: process.pid, startedAt: 'an earlier life of this pid' }),
    );
    openFolder(dir).close();
  });

  test('a folder of a newer format is refused and left alone', () => {
    const folder = openFolder(dir);
    folder.db.exec('PRAGMA user_version = 999');
    folder.close();
    expect(() => openFolder(dir)).toThrow(/由更新的版本写入（数据格式 999/);
    expect(() => openFolder(dir)).toThrow(FolderError);
  });

  test('a damaged file is refused with a message for the operator', async () => {
    await session(
      schemaOf(),
      Array.from({ length: 300 }, (_, i) => ({ _id: i, text: 'x'.repeat(200) })),
    );
    const path = join(dir, 'cloudbase.db');
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192, 0xab), bytes.subarray(12288)]));
    expect(() => openFolder(dir)).toThrow(/数据库文件已损坏/);
    writeFileSync(path, 'not a database at all '.repeat(500));
    expect(() => openFolder(dir)).toThrow(/数据库文件已损坏/);
  });
});

describe('killing the process', () => {
  test('loses no write that was acknowledged', async () => {
    const script = join(__dirname, 'kill-target.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    await new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        acknowledged += text.split('\n').length - 1;
        if (acknowledged >= 300) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve());
    });
    expect(acknowledged).toBeGreaterThanOrEqual(300);
    const folder = openFolder(dir);
    const service = createDatabaseService({ folder, schema: schemaOf({ name: 'n', unique: true, keys: [['n', 1]] }) });
    const reply = await service.actions['database.calculateDocument']?.(
      { collectionName: 'things', query: '{}' },
      context,
    );
    expect((reply?.data as { total: number }).total).toBeGreaterThanOrEqual(acknowledged);
    const query = JSON.stringify({ n: acknowledged - 1 });
    const found = await service.actions['database.getDocument']?.(
      { collectionName: 'things', query, queryType: 'WHERE' },
      context,
    );
    expect((found?.data as { list: string[] }).list).toHaveLength(1);
    await service.stop();
    folder.close();
  });
});
