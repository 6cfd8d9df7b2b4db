import { createHash, randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createDatabaseService, type DatabaseService } from '../../../src/database/service';
import type { Json, SchemaFile } from '../../../src/service';
import { exportState } from '../../../src/state/export';
import { importState } from '../../../src/state/import';
import { takeSnapshot } from '../../../src/state/snapshot';
import { databasePath, openFolder } from '../../../src/store/folder';
import { FileStore } from '../../../src/storage/files';

/** A program that does one kind of work for ever, tells what was acknowledged, and is killed in the middle of it. */

const BATCH = 200;
const key = (field: string): [string, 1][] => [[field, 1]];

const few: SchemaFile = {
  collections: { things: { indexes: [{ name: 'n', unique: true, keys: key('n') }] }, sums: {} },
};
const many: SchemaFile = {
  collections: {
    things: {
      indexes: ['n', 'tags', 'text', 'batch', 'extra'].map((field) => ({ name: `by_${field}`, keys: key(field) })),
    },
    sums: {},
  },
};

const dir = process.argv[3] as string;
const folderOf = (name: string): string => join(dir, name);
const acknowledge = (what: Json): void => void writeSync(1, `${JSON.stringify(what)}\n`);

type Call = (action: string, body: Json) => Promise<Json>;

function callOf(service: DatabaseService): Call {
  return async (action, body) =>
    await service.actions[`database.${action}`]!({ collectionName: 'things', ...body }, { requestId: '', env: '' });
}

const document = (n: number, more: Json = {}): string =>
  JSON.stringify({ _id: n, n, tags: [`a${n % 5}`, `b${n % 3}`], text: 'x'.repeat(300), extra: n % 11, ...more });

/** A number no earlier run used: each has its own million. */
const base = (Math.floor(Date.now() / 50) % 1e8) * 1e6;

const works: Record<string, () => Promise<void>> = {
  async plain() {
    const call = callOf(createDatabaseService({ folder: openFolder(folderOf('data')), schema: few }));
    for (let n = base; ; n += 1) {
      await call('insertDocument', { data: [document(n)] });
      acknowledge({ added: n });
      const query = JSON.stringify({ _id: n });
      if (n % 3 === 0) {
        await call('removeDocument', { query, queryType: 'DOC', multi: false });
        acknowledge({ removed: n });
      }
    }
  },
  async batch() {
    const call = callOf(createDatabaseService({ folder: openFolder(folderOf('data')), schema: few }));
    for (let batch = base; ; batch += BATCH) {
      await call('insertDocument', { data: Array.from({ length: BATCH }, (_, n) => document(batch + n, { batch })) });
      acknowledge({ batch });
    }
  },
  async transaction() {
    const call = callOf(createDatabaseService({ folder: openFolder(folderOf('data')), schema: few }));
    await call('insertDocument', { collectionName: 'sums', data: ['{"_id":"sum","count":0}'] }).catch(() => undefined);
    for (let batch = base; ; batch += 5) {
      const { transactionId } = await call('startTransaction', {});
      for (let n = batch; n < batch + 5; n += 1) {
        await call('insertDocument', { data: [document(n, { batch })], transactionId });
      }
      const data = '{"$inc":{"count":{"$numberInt":"5"}}}';
      const where = { query: '{"_id":"sum"}', queryType: 'DOC', multi: false, merge: true, upsert: false };
      await call('modifyDocument', { collectionName: 'sums', ...where, data, transactionId });
      await call('commitTransaction', { transactionId });
      acknowledge({ batch });
    }
  },
  async index() {
    for (let round = 0; ; round += 1) {
      const folder = openFolder(folderOf('data'));
      acknowledge({ building: round });
      await createDatabaseService({ folder, schema: round % 2 ? few : many }).stop();
      folder.close();
    }
  },
  async upload() {
    const { db, files } = openFolder(folderOf('data'));
    const store = new FileStore(db, files, Date.now);
    await store.sweep();
    for (let n = 0; ; n += 1) {
      const bytes = randomBytes(300_000);
      const path = `dir/${n % 5}`;
      acknowledge({ sending: path, md5: createHash('md5').update(bytes).digest('hex') });
      await store.write(path, Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), 1e6);
      acknowledge({ stored: path, md5: createHash('md5').update(bytes).digest('hex') });
    }
  },
  async export() {
    const { files } = openFolder(folderOf('data'));
    for (let round = 0; ; round += 1) {
      acknowledge({ exporting: round });
      const snapshot = takeSnapshot(databasePath(folderOf('data')));
      await exportState({ snapshot, files, env: 'local', dir: folderOf(`out-${round % 3}`), force: true });
      snapshot.close();
    }
  },
  async import() {
    for (let round = 0; ; round += 1) {
      acknowledge({ importing: round });
      await importState({ dir: folderOf(round % 2 ? 'a' : 'b'), dataDir: folderOf('data'), replace: true });
    }
  },
};

void works[process.argv[2] as string]!();
