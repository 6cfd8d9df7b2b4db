import { mkdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import cloudbase from '@cloudbase/node-sdk';
import type { Sdk } from '../integration/database/sdk';
import { inHouse } from '../../scripts/paths';
import { OperatorError } from '../../src/operator-error';
import { run } from './case';
import { cases, collection, schema } from './cases';

interface Recorded {
  source: string;
  name: string;
  got: unknown;
  expected: unknown;
  same: boolean;
}

/**
 * Runs the cases of `test/parity` on a real environment, writes what it answered to
 * `test/parity/recordings/<date>.json` and prints what differs. Reads TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY
 * (or CLOUDBASE_APIKEY). It empties the two collections it names, and touches no others. Gives the exit code.
 */
export async function record(env: string): Promise<number> {
  const {
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    CLOUDBASE_APIKEY: accessKey,
  } = process.env;
  if (!accessKey && !(secretId && secretKey)) {
    throw new OperatorError('缺少密钥：请设置 TENCENTCLOUD_SECRETID 与 TENCENTCLOUD_SECRETKEY，或 CLOUDBASE_APIKEY。');
  }
  const keys = accessKey ? { accessKey } : { secretId, secretKey };
  const db = cloudbase.init({ env, ...keys }).database() as unknown as Sdk;
  await prepare(db);
  const recorded: Recorded[] = [];
  for (const one of cases) {
    const got = await run(one, db, collection).catch((error: unknown) => ({ thrown: (error as Error).message }));
    const same = isDeepStrictEqual(plain(got), plain(one.expect));
    recorded.push({ source: one.source, name: one.name, got, expected: one.expect, same });
    if (!same) say(`✗ ${one.source} · ${one.name}\n  云端：${show(got)}\n  预期：${show(one.expect)}`);
  }
  const path = inHouse('test/parity/recordings', `${new Date().toISOString().slice(0, 10)}.json`);
  mkdirSync(inHouse('test/parity/recordings'), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ env, at: new Date().toISOString(), recorded }, null, 2)}\n`);
  const different = recorded.filter(({ same }) => !same).length;
  say(`${recorded.length} 例，${different} 例与本地不同，记录在 ${path}`);
  return different === 0 ? 0 : 1;
}

/** The collections must exist; their indexes are declared in the console, since this SDK cannot. */
async function prepare(db: Sdk): Promise<void> {
  for (const [name, { indexes = [] }] of Object.entries(schema.collections)) {
    await db.createCollection(name).catch((error: { code?: string }) => {
      if (error.code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error;
    });
    for (const index of indexes) say(`请确认集合 ${name} 已建索引：${JSON.stringify(index)}`);
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const show = (value: unknown): string => JSON.stringify(value) ?? 'undefined';

/** Comparable across the two: dates and expressions as texts, fields in one order. */
function plain(value: unknown): unknown {
  if (value instanceof Date || value instanceof RegExp) return String(value instanceof Date ? value.getTime() : value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, unknown>).map(([key, inner]) => [key, plain(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
