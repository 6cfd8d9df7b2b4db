import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseService, type DatabaseService } from '../../../src/database/service';
import type { SchemaFile, WireContext } from '../../../src/service';
import { verifyDatabase } from '../../../src/state/verify';
import { FolderError } from '../../../src/store/error';
import { openFolder, type Folder } from '../../../src/store/folder';
import { damagedFrame } from '../../../src/store/wal';
import { printFigures } from '../../support/figures';

/** How often each kind of damage is tried; `DAMAGE_ROUNDS=2000 npx jest damage` is the long form. */
const ROUNDS = Number(process.env.DAMAGE_ROUNDS ?? 40);
const DOCUMENTS = 400;

const context: WireContext = { requestId: 'r', env: 'local' };
const schema: SchemaFile = {
  collections: {
    things: {
      indexes: [
        { name: 'n', unique: true, keys: [['n', 1]] },
        { name: 't', keys: [['t', 1]] },
      ],
    },
  },
};
const root = mkdtempSync(join(tmpdir(), 'damage-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
jest.setTimeout(600_000);

/** A repeatable series of numbers below 1. */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const insert = (service: DatabaseService, n: number): Promise<unknown> =>
  Promise.resolve(
    service.actions['database.insertDocument']!(
      { collectionName: 'things', data: [JSON.stringify({ _id: n, n, t: `t${n % 9}`, text: '书香'.repeat(60) })] },
      context,
    ),
  );

function open(dir: string): { folder: Folder; service: DatabaseService } {
  const folder = openFolder(dir);
  try {
    return { folder, service: createDatabaseService({ folder, schema }) };
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** A folder that was closed, and one whose process died with much of it still in the log. */
const closed = join(root, 'closed');
const crashed = join(root, 'crashed');
let content: string;

beforeAll(async () => {
  const { folder, service } = open(closed);
  for (let n = 0; n < DOCUMENTS / 2; n += 1) await insert(service, n);
  folder.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  for (let n = DOCUMENTS / 2; n < DOCUMENTS; n += 1) await insert(service, n);
  // What a process that is killed leaves behind is what is on the disk at that moment.
  cpSync(closed, crashed, { recursive: true });
  rmSync(join(crashed, 'lock.json'));
  content = service.hash();
  await service.stop();
  folder.close();
});

let copies = 0;
function copyOf(source: string): string {
  copies += 1;
  const dir = join(root, `copy-${copies}`);
  cpSync(source, dir, { recursive: true, preserveTimestamps: true });
  return dir;
}

function flip(path: string, at: number, bit: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] as number) ^ (1 << bit);
  writeFileSync(path, bytes);
}

/** `refused`, `equal` where everything is as it was, or `wrong`. */
function outcome(dir: string): 'refused' | 'equal' | 'wrong' {
  try {
    const { folder, service } = open(dir);
    const same = service.hash() === content && verifyDatabase(folder.db).faults.length === 0;
    folder.close();
    return same ? 'equal' : 'wrong';
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    return 'refused';
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test('both folders are whole to begin with, and a copy of a closed one is accepted', () => {
  expect(outcome(copyOf(crashed))).toBe('equal');
  const copy = copyOf(closed);
  utimesSync(join(copy, 'cloudbase.db'), 1, 1);
  expect(outcome(copy)).toBe('equal');
});

test('a closed file with any one bit flipped, or cut anywhere, is refused at the start', () => {
  const random = series(1);
  const { size } = statSync(join(closed, 'cloudbase.db'));
  const seen: Record<string, number> = { refused: 0, equal: 0, wrong: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const dir = copyOf(closed);
    const path = join(dir, 'cloudbase.db');
    if (round % 4 === 3) truncateSync(path, Math.floor(random() * size));
    else flip(path, Math.floor(random() * size), Math.floor(random() * 8));
    seen[outcome(dir)]! += 1;
  }
  printFigures('one bit of a closed database changed', seen);
  expect(seen).toEqual({ refused: ROUNDS, equal: 0, wrong: 0 });
});

test('a log with any one bit flipped before its last frame is refused, never cut short in silence', () => {
  const random = series(2);
  const FRAME = 4096 + 24;
  const { size } = statSync(join(crashed, 'cloudbase.db-wal'));
  const seen: Record<string, number> = { refused: 0, equal: 0, wrong: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const dir = copyOf(crashed);
    flip(join(dir, 'cloudbase.db-wal'), Math.floor(random() * (size - FRAME)), Math.floor(random() * 8));
    seen[outcome(dir)]! += 1;
  }
  printFigures('one bit of a crashed log changed', { ...seen, frames: Math.floor(size / FRAME) });
  expect(seen.wrong).toBe(0);
  expect(seen.refused).toBeGreaterThan(0);
});

test('what a transaction that was rolled back or cut short left in the log is no damage', () => {
  const path = join(crashed, 'cloudbase.db');
  expect(damagedFrame(path)).toBeUndefined();
  const dir = copyOf(crashed);
  const wal = join(dir, 'cloudbase.db-wal');
  truncateSync(wal, statSync(wal).size - 2000);
  expect(damagedFrame(join(dir, 'cloudbase.db'))).toBeUndefined();
  expect(existsSync(wal)).toBe(true);
});

test('an index that does not agree with its documents is found by verify, whatever the difference', async () => {
  const cases: [string, RegExp][] = [
    ['DELETE FROM index_1 WHERE n = 5', /索引 n 缺少第 5 号文档/],
    ["INSERT INTO index_2 VALUES (x'00', 7)", /索引 t 应有 400 项，现有 401 项/],
    ['UPDATE index_1 SET n = 6 WHERE n = 5', /缺少第 5 号文档/],
    ['UPDATE collection_1 SET doc = replace(doc, \'"n":5,\', \'"n":999,\') WHERE n = 6', /索引 n 缺少第 6 号文档/],
    ["UPDATE collection_1 SET id = x'00' WHERE n = 6", /第 6 号文档与它的 _id 不符/],
    ["UPDATE collection_1 SET doc = '{' WHERE n = 6", /第 6 号文档无法读取/],
    ["UPDATE collection_1 SET doc = CAST(x'7b22ff227d' AS TEXT) WHERE n = 6", /第 6 号文档的文字已损坏/],
    ['CREATE TABLE index_99 (k, n)', /表 index_99 不属于任何集合/],
  ];
  for (const [sql, message] of cases) {
    const dir = copyOf(closed);
    const folder = openFolder(dir);
    folder.db.exec(sql);
    expect(verifyDatabase(folder.db).faults.join('\n')).toMatch(message);
    folder.close();
  }
  await Promise.resolve();
});

test('the log does not grow without end while much is written', async () => {
  const dir = join(root, 'long');
  const { folder, service } = open(dir);
  let largest = 0;
  for (let n = 0; n < 3000; n += 1) {
    await insert(service, n);
    largest = Math.max(largest, statSync(join(dir, 'cloudbase.db-wal')).size);
  }
  printFigures('write-ahead log', { writes: 3000, largestMB: Number((largest / 1e6).toFixed(1)) });
  expect(largest).toBeLessThan(8e6);
  await service.stop();
  folder.close();
});
