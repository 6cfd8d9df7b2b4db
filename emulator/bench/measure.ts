import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { BRANCHES, COLLECTION, documentOf, fillFolder, schema } from './documents';
import { atLeast, atMost, type Figure } from './figure';
import { type EmulatorProcess, startEmulator } from './process';

const REQUEST_MS = 1.5;
const REQUESTS_PER_SECOND = 1500;
const CLIENTS = 20;
const CALLS = 1000;

/** The sizes that have budgets: documents, and the most milliseconds to a first answer. */
const SIZES = [
  { count: 200_000, startMs: 1000, requestMs: REQUEST_MS, memoryMb: null },
  { count: 1_000_000, startMs: 2000, requestMs: null, memoryMb: 300 },
] as const;

/** What the built emulator costs through the real SDK, each in a process of its own, at both sizes. */
export async function measureEmulator(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await measureSize(size)));
  return figures;
}

async function measureSize({ count, startMs, requestMs, memoryMb }: (typeof SIZES)[number]): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'local-cloudbase-bench-'));
  const schemaFile = join(dir, 'schema.json');
  writeFileSync(schemaFile, JSON.stringify(schema));
  try {
    const data = join(dir, 'data');
    await fillFolder(data, count);
    const emulator = await startEmulator(data, schemaFile, (url) => collectionAt(url).doc('c1').get());
    const name = (what: string): string => `本地云 ${count.toLocaleString('en-US')} 份文档，${what}`;
    try {
      const requests = await measureRequests(emulator, count);
      return [
        atMost(name('启动到第一次应答'), emulator.readyMs, 'ms', startMs),
        ...requests.times.map(([what, p50]) => atMost(name(`${what}（中位数）`), p50, 'ms', requestMs)),
        atLeast(name(`${CLIENTS} 个客户端`), requests.perSecond, '/s', REQUESTS_PER_SECOND),
        atMost(name('内存'), emulator.memoryMb(), 'MB', memoryMb),
      ];
    } finally {
      await emulator.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function collectionAt(serviceUrl: string) {
  // Outside of the cloud the SDK looks up the cloud's metadata server at every request, which takes 60 ms to fail.
  process.env.TENCENTCLOUD = 'true';
  const app = cloudbase.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl, keepalive: true });
  return app.database().collection(COLLECTION);
}

type Call = (i: number) => Promise<unknown>;

async function measureRequests(
  { adminUrl }: EmulatorProcess,
  count: number,
): Promise<{ times: [string, number][]; perSecond: number }> {
  const checkins = collectionAt(adminUrl);
  // A prime step touches documents all over the collection instead of neighbours.
  const get: Call = (i) => checkins.doc(`c${(i * 7919) % count}`).get();
  const query: Call = (i) =>
    checkins
      .where({ branch: `b${i % BRANCHES}` })
      .orderBy('at', 'desc')
      .limit(20)
      .get();
  const add: Call = (i) => checkins.add({ ...documentOf(i), _id: `new${i}` });
  for (let i = 0; i < 100; i += 1) await Promise.all([get(i), query(i)]);
  return {
    times: [
      ['add', await medianMs(add)],
      ['doc.get', await medianMs(get)],
      ['where + orderBy + limit 20', await medianMs(query)],
    ],
    perSecond: await throughput((i) => (i % 3 ? get(i) : query(i))),
  };
}

async function medianMs(call: Call): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const started = performance.now();
    await call(i);
    times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other)[CALLS / 2] ?? Number.NaN;
}

/** Requests answered per second while so many clients each send their next request as soon as one is answered. */
async function throughput(call: Call): Promise<number> {
  const total = 6 * CALLS;
  let next = 0;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (next < total) await call((next += 1));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return total / ((performance.now() - started) / 1000);
}
