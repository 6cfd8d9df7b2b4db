import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { createDatabaseService } from '../../emulator/database/service';
import type { SchemaFile } from '../../emulator/service';
import { openFolder } from '../../emulator/store/folder';
import { say } from '../../scripts/lib/say';
import { startServer } from './engine-server';

/** The part of the SDK that is measured. */
interface Database {
  collection(name: string): Collection;
}
interface Collection {
  add(doc: object): Promise<unknown>;
  doc(id: string): { get(): Promise<unknown> };
  where(query: object): {
    orderBy(field: string, way: string): { limit(n: number): { get(): Promise<{ data: unknown[] }> } };
  };
}

const schema: SchemaFile = {
  collections: {
    checkins: {
      indexes: [
        {
          name: 'by_branch_at',
          keys: [
            ['branch', 1],
            ['at', -1],
          ],
        },
      ],
    },
  },
};
const BRANCHES = 500;
const note = '今天读了三十页，写下几句感想。'.repeat(6);

/** One line of the report: what, how much, against which budget. */
export interface EngineFigure {
  name: string;
  value: number;
  unit: 'ms' | '/s' | 'MB';
  /** Issue 3's budget; absent for figures without one. */
  budget?: number;
}

/**
 * Measures the document database through the real SDK over HTTP, the engine in a process of its own, at `count`
 * documents. Takes seconds per 100,000 documents; leaves nothing behind.
 */
export async function benchEngine(count: number): Promise<EngineFigure[]> {
  process.env.SILENCE = 'true';
  process.env.TENCENTCLOUD = 'true';
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-bench-'));
  try {
    await fill(dir, count);
    const server = await startServer(dir, JSON.stringify(schema));
    try {
      return await measure(server, count);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Prints the figures for the usual sizes; the exit code is 1 when a budget is missed. */
export async function benchEngineReport(sizes: readonly number[] = [200_000, 1_000_000]): Promise<number> {
  let missed = 0;
  for (const size of sizes) {
    say(`\n── ${size.toLocaleString('en')} 份文档（机器负载 ${(loadavg()[0] ?? 0).toFixed(1)}）`);
    for (const { name, value, unit, budget } of await benchEngine(size)) {
      const met = budget === undefined || (unit === '/s' ? value >= budget : value <= budget);
      if (!met) missed += 1;
      const limit = budget === undefined ? '' : `（${unit === '/s' ? '≥' : '≤'} ${budget}）`;
      say(`${met ? '✓' : '✗'} ${name.padEnd(34)} ${value.toFixed(2).padStart(9)} ${unit} ${limit}`);
    }
  }
  return missed === 0 ? 0 : 1;
}

async function fill(dir: string, count: number): Promise<void> {
  const folder = openFolder(dir);
  const service = createDatabaseService({ folder, schema });
  const insert = service.actions['database.insertDocument'];
  const batch = 2000;
  for (let start = 0; start < count; start += batch) {
    const data = Array.from({ length: Math.min(batch, count - start) }, (_, i) => JSON.stringify(doc(start + i)));
    await insert?.({ collectionName: 'checkins', data }, { requestId: 'bench', env: 'local' });
  }
  await service.stop();
  folder.close();
}

function doc(i: number): object {
  return { _id: `c${i}`, branch: `b${i % BRANCHES}`, member: `m${i % 5000}`, at: i, pages: i % 90, note };
}

async function measure(server: Awaited<ReturnType<typeof startServer>>, count: number): Promise<EngineFigure[]> {
  const app = cloudbase.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl: server.url, keepalive: true });
  const things = (app.database() as unknown as Database).collection('checkins');
  const get = (i: number): Promise<unknown> => things.doc(`c${(i * 7919) % count}`).get();
  const query = (i: number): Promise<unknown> =>
    things
      .where({ branch: `b${i % BRANCHES}` })
      .orderBy('at', 'desc')
      .limit(20)
      .get();
  const add = (i: number): Promise<unknown> => things.add({ ...doc(i), _id: `new${i}` });
  for (let i = 0; i < 100; i += 1) await Promise.all([get(i), query(i)]);
  const large = count >= 1_000_000;
  const calls = { add, 'doc.get': get, 'where+orderBy+limit 20': query };
  const figures: EngineFigure[] = [
    { name: '启动到第一次应答', value: server.readyMs, unit: 'ms', budget: large ? 2000 : 1000 },
  ];
  for (const [name, call] of Object.entries(calls)) {
    const times = await timed(call, 1000);
    figures.push({ name: `${name} p50`, value: times[500] as number, unit: 'ms', ...(large ? {} : { budget: 1.5 }) });
    figures.push({ name: `${name} p95`, value: times[950] as number, unit: 'ms' });
  }
  figures.push({
    name: '20 个客户端',
    value: await throughput((i) => (i % 3 ? get(i) : query(i))),
    unit: '/s',
    budget: 1500,
  });
  figures.push({ name: '内存', value: residentMb(server.pid), unit: 'MB', ...(large ? { budget: 300 } : {}) });
  return figures;
}

async function timed(call: (i: number) => Promise<unknown>, times: number): Promise<number[]> {
  const result: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    await call(i);
    result.push(performance.now() - started);
  }
  return result.sort((a, b) => a - b);
}

async function throughput(call: (i: number) => Promise<unknown>): Promise<number> {
  const total = 6000;
  let next = 0;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (next < total) await call((next += 1));
  };
  await Promise.all(Array.from({ length: 20 }, client));
  return total / ((performance.now() - started) / 1000);
}

function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
}
