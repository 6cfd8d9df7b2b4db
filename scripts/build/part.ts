import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../lib/hash';
import { withLock } from '../lib/lock';
import { dist, root } from '../lib/paths';
import { OperatorError, say, step } from '../lib/say';

/** One thing that is built, and what decides whether it must be built again. */
export interface Part {
  /** File name of its stamp. */
  name: string;
  /** What the operator reads. */
  label: string;
  /** Files and folders, from the repository's root; their content decides. */
  inputs: readonly string[];
  /** What else decides, such as a setting. */
  variant?: () => string;
  /** Files that must be there afterwards. */
  outputs: readonly string[];
  make(): Promise<void>;
}

const stampOf = ({ name }: Part): string => join(dist.stamps, name);

const hashNow = ({ inputs, variant }: Part): string => hashOf(inputs, variant?.() ?? '');

function isFresh(part: Part): boolean {
  const stamp = stampOf(part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashNow(part) && part.outputs.every(existsSync);
}

/**
 * Builds the part unless it was built from exactly these inputs before; true when it was built now. Where nothing is to
 * be built nothing is written, so that a read-only checkout will do.
 */
export async function build(part: Part): Promise<boolean> {
  if (isFresh(part)) return false;
  try {
    return await withLock(`${stampOf(part)}.lock`, () => buildAlone(part));
  } catch (error) {
    throw notWritable(part, error) ?? error;
  }
}

async function buildAlone(part: Part): Promise<boolean> {
  // Whoever had the lock may have built it.
  if (isFresh(part)) return false;
  const stamp = stampOf(part);
  // What the inputs were before: those that change meanwhile are built the next time.
  const hash = hashNow(part);
  rmSync(stamp, { force: true });
  await step(part.label, () => part.make());
  const missing = part.outputs.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`${part.name} did not make ${missing.join(', ')}`);
  mkdirSync(dist.stamps, { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

function notWritable(part: Part, error: unknown): OperatorError | undefined {
  const { code, path = '' } = error as NodeJS.ErrnoException;
  if (!['EROFS', 'EACCES', 'EPERM'].includes(code ?? '') || !path.startsWith(root)) return undefined;
  return new OperatorError(
    `“${part.label}” 还没有构建，或源码已有变化，而项目文件夹不可写（${code}）：${root}。` +
      '请先由可写的用户在此运行 npm run build，或把项目放到可写的位置。',
  );
}

/** Builds one after another: two cores are kept busy by one of them already. */
export async function buildAll(parts: readonly Part[]): Promise<void> {
  let fresh = 0;
  for (const part of parts) if (!(await build(part))) fresh += 1;
  if (fresh > 0) say(`✓ ${fresh} 个部分没有变化，无需重新构建`);
}
