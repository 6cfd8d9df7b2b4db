import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { createEmulator, type Emulator } from '../../../src/emulator';
import type { EmulatorOptions } from '../../../src/options';
import type { SchemaFile } from '../../../src/service';

export { temporaryFolder } from '../../support/folder';

process.env.TENCENTCLOUD = 'true';
process.env.SILENCE = 'true';
jest.setTimeout(60_000);

export const schema: SchemaFile = {
  collections: {
    books: {
      indexes: [
        { name: 'byTitle', keys: [['title', 1]] },
        { name: 'one', unique: true, keys: [['isbn', 1]] },
        {
          name: 'tags',
          keys: [
            ['tags', 1],
            ['at', -1],
          ],
        },
        { name: 'place', keys: [['place', '2dsphere']] },
      ],
    },
    people: {},
  },
};

export type App = ReturnType<typeof tcb.init>;

/** An emulator on a data folder, and the unmodified SDK in front of it. */
export async function start(
  dataDir: string,
  options: Partial<EmulatorOptions> = {},
): Promise<{ emulator: Emulator; app: App }> {
  const emulator = await createEmulator({ port: 0, dataDir, schema, log: 'quiet', timers: false, ...options });
  const app = tcb.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: emulator.adminUrl });
  return { emulator, app };
}

/** Documents of every type, names and files that are hard to keep, and a collection made at run time. */
export async function fill(app: App): Promise<void> {
  const db = app.database();
  const books = db.collection('books');
  await books.add({
    ...{ _id: 'types', isbn: '1', title: '红楼梦\u2028第一回\r\n"\\', tags: ['a', 'b'], at: new Date(1e12) },
    ...{ place: new db.Geo.Point(114.3, 30.6), n: 1.5, big: 2 ** 60, none: null, yes: true },
    ...{
      deep: { list: [{ x: [] }, {}], text: '😀' },
      pattern: (db.RegExp as (pattern: object) => unknown)({ regexp: '^a.b', options: 'im' }),
    },
  });
  await books.add(Array.from({ length: 300 }, (_, n) => ({ isbn: `n${n}`, title: `t${n % 7}`, tags: [n, n + 1] })));
  await db.collection('people').add({ _id: 7 as unknown as string, name: 'x' });
  await db.collection('people').add({ _id: '7', name: 'y' });
  for (const name of ['made-later', '书架', 'People', 'a/../b', 'CON']) {
    await db.createCollection(name);
    await db.collection(name).add({ _id: name });
  }
  await app.uploadFile({ cloudPath: 'a', fileContent: Buffer.from('one') });
  await app.uploadFile({ cloudPath: 'a/b.png', fileContent: Buffer.alloc(300_000, 7) });
  await app.uploadFile({ cloudPath: '目录/同样的 内容.png', fileContent: Buffer.alloc(300_000, 7) });
  await app.uploadFile({ cloudPath: 'empty.txt', fileContent: Buffer.alloc(0) });
}

/** Every file below a folder with the hash of its bytes. */
export function filesOf(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = found.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  return Object.fromEntries(
    files.map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** Content of a stored file through the SDK. */
export async function download(app: App, cloudPath: string): Promise<Buffer> {
  const { fileContent } = await app.downloadFile({
    fileID: `cloud://local.6c6f-local-1250000000/${cloudPath}`,
  });
  return fileContent as Buffer;
}
