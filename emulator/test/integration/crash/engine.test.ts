import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createDatabaseService } from '../../../src/database/service';
import type { Json } from '../../../src/service';
import { exportState } from '../../../src/state/export';
import { checkFiles, readManifest } from '../../../src/state/manifest';
import { takeSnapshot } from '../../../src/state/snapshot';
import { verifyState } from '../../../src/state/verify';
import { databasePath, openFolder, type Folder } from '../../../src/store/folder';
import { FileStore } from '../../../src/storage/files';
import { inHouse } from '../../../scripts/paths';
import { printFigures } from '../../support/figures';

/** Kills of each kind; `CRASH_ROUNDS=200 npx jest crash/engine` is the long form. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);

/** Longest time between the first sign of work and the kill. */
const SPREAD_MS = 250;

const target = inHouse('.cache', `crash-target-${process.pid}.js`);
let dir: string;
jest.setTimeout(30_000 + ROUNDS * 20_000);

beforeAll(() => {
  const entryPoints = [join(__dirname, 'target.ts')];
  buildSync({ entryPoints, outfile: target, bundle: true, platform: 'node', format: 'cjs', packages: 'external' });
});
afterAll(() => rmSync(target, { force: true }));
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'crash-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string): string => join(dir, name);

/** Runs one kind of work and kills it at some moment; gives what it told. */
async function workUntilKilled(kind: string): Promise<Json[]> {
  const child = spawn(process.execPath, [target, kind, dir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    if (out === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * SPREAD_MS);
    out += chunk.toString();
  });
  await new Promise((done) => child.once('close', done));
  if (err !== '') throw new Error(err);
  // The last line may be cut: it was told, but not heard to its end.
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Json);
}

/** Opens what was left, checks that everything in it agrees, and looks at it. */
async function afterwards<T>(look: (folder: Folder) => T | Promise<T>): Promise<T> {
  const folder = openFolder(at('data'));
  try {
    expect((await verifyState(folder.db, folder.files)).faults).toEqual([]);
    return await look(folder);
  } finally {
    folder.close();
  }
}

/** All documents of a collection by `_id`. */
async function documents(folder: Folder, collectionName = 'things'): Promise<Map<unknown, Json>> {
  const service = createDatabaseService({ folder, schema: { collections: {} } });
  const found = new Map<unknown, Json>();
  for (let offset = 0; ; offset += 1000) {
    const body = { collectionName, query: '{}', queryType: 'WHERE', offset, limit: 1000 };
    const reply = await service.actions['database.getDocument']!(body, { requestId: '', env: '' });
    const { list } = (reply as { data: { list: string[] } }).data;
    for (const text of list) found.set((JSON.parse(text) as Json)._id, JSON.parse(text) as Json);
    if (list.length < 1000) return found;
  }
}

async function rounds(kind: string, check: (told: Json[]) => Promise<void>): Promise<void> {
  let told = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const lines = await workUntilKilled(kind);
    told += lines.length;
    await check(lines);
  }
  printFigures(`kill -9 during ${kind}`, { kills: ROUNDS, told });
}

const valuesOf = (told: Json[], name: string): unknown[] => told.flatMap((line) => (name in line ? [line[name]] : []));

test('plain writes: every acknowledged one is there, and every removal', () =>
  rounds('plain', async (told) => {
    const found = await afterwards((folder) => documents(folder));
    const removed = new Set(valuesOf(told, 'removed'));
    const lastRemoval = told.at(-1)?.added;
    for (const n of valuesOf(told, 'added')) {
      // The removal after the last thing that was told may have happened, or not.
      if (n !== lastRemoval) expect(found.has(n)).toBe(!removed.has(n));
    }
  }));

test('batches: each is there as a whole or not at all, and every acknowledged one is', () =>
  rounds('batch', async (told) => {
    const sizes = new Map<unknown, number>();
    for (const { batch } of (await afterwards((folder) => documents(folder))).values()) {
      sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
    }
    expect(new Set(sizes.values())).toEqual(new Set([200]));
    for (const batch of valuesOf(told, 'batch')) expect(sizes.get(batch)).toBe(200);
  }));

test('transactions: each is there in both collections as a whole or not at all', () =>
  rounds('transaction', async (told) => {
    const { things, sum } = await afterwards(async (folder) => ({
      things: await documents(folder),
      sum: (await documents(folder, 'sums')).get('sum'),
    }));
    const sizes = new Map<unknown, number>();
    for (const { batch } of things.values()) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
    for (const size of sizes.values()) expect(size).toBe(5);
    for (const batch of valuesOf(told, 'batch')) expect(sizes.get(batch)).toBe(5);
    expect(sum?.count).toBe(things.size);
  }));

/** Fills the data folder once, by work of another kind. */
async function prepare(): Promise<string> {
  await workUntilKilled('batch');
  await workUntilKilled('upload');
  return afterwards((folder) => createDatabaseService({ folder, schema: { collections: {} } }).hash());
}

test('index builds at the start: all of the new indexes are there or none, and no document changes', async () => {
  const before = await prepare();
  await rounds('index', async () => {
    const after = await afterwards((folder) => {
      const names = folder.db.prepare('SELECT count(*) AS count FROM index_catalog').get() as { count: number };
      expect([1, 5]).toContain(names.count);
      return createDatabaseService({ folder, schema: { collections: {} } }).hash();
    });
    expect(after).toBe(before);
  });
});

test('uploads: each path holds a version that was sent, whole, and never one older than the last acknowledged', () =>
  rounds('upload', async (told) => {
    await afterwards(async (folder) => {
      const store = new FileStore(folder.db, folder.files, Date.now);
      await store.sweep();
      expect(readdirSync(folder.files)).toHaveLength(store.totals().files);
      for (const path of new Set(valuesOf(told, 'stored') as string[])) {
        const last = told.map((line) => line.stored === path).lastIndexOf(true);
        const allowed = told
          .slice(last)
          .flatMap((line) => (line.stored === path || line.sending === path ? [line.md5] : []));
        expect(allowed).toContain(store.find(path)?.etag);
      }
    });
  }));

test('exports: what looks like one is one', async () => {
  await prepare();
  await rounds('export', async () => {
    for (const name of readdirSync(dir).filter((entry) => /^out-\d$/.test(entry))) {
      await checkFiles(at(name), readManifest(at(name)));
    }
    await afterwards(() => undefined);
  });
});

test('imports: the folder holds one of the two states as a whole', async () => {
  const states = new Map<string, string>();
  for (const name of ['a', 'b']) {
    const hash = await prepare();
    const folder = openFolder(at('data'));
    const snapshot = takeSnapshot(databasePath(at('data')));
    await exportState({ snapshot, files: folder.files, env: 'local', dir: at(name), force: false });
    snapshot.close();
    folder.close();
    states.set(hash, name);
  }
  expect(states.size).toBe(2);
  const seen = new Set<string | undefined>();
  await rounds('import', async () => {
    const hash = await afterwards((folder) => createDatabaseService({ folder, schema: { collections: {} } }).hash());
    seen.add(states.get(hash));
  });
  expect(seen.has(undefined)).toBe(false);
  expect(existsSync(at('data/cloudbase.db.importing'))).toBe(false);
});
