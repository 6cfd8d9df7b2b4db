import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../lib/hash';
import { withLock } from '../lib/lock';
import { dist } from '../lib/paths';
import { say, step } from '../lib/say';

/** One thing that is built, and what decides whether it must be built again. */
export interface Part {
  /** File name of its stamp. */
  name: string;
  /** What the operator reads. */
  label: string;
  /** Files and folders, from the repository's root; their content decides. */
  inputs: readonly string[];
  /** What else decides, such as a setting. */
  variant?: string;
  /** Files that must be there afterwards. */
  outputs: readonly string[];
  make(): Promise<void>;
}

/** Builds the part unless it was built from exactly these inputs before; true when it was built now. */
export function build(part: Part): Promise<boolean> {
  const stamp = join(dist.stamps, part.name);
  return withLock(`${stamp}.lock`, async () => {
    const hash = hashOf(part.inputs, part.variant ?? '');
    const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && part.outputs.every(existsSync);
    if (isFresh) return false;
    rmSync(stamp, { force: true });
    await step(part.label, () => part.make());
    const missing = part.outputs.filter((file) => !existsSync(file));
    if (missing.length > 0) throw new Error(`${part.name} did not make ${missing.join(', ')}`);
    mkdirSync(dist.stamps, { recursive: true });
    writeFileSync(stamp, hash);
    return true;
  });
}

/** Builds one after another: two cores are kept busy by one of them already. */
export async function buildAll(parts: readonly Part[]): Promise<void> {
  let fresh = 0;
  for (const part of parts) if (!(await build(part))) fresh += 1;
  if (fresh > 0) say(`✓ ${fresh} 个部分没有变化，无需重新构建`);
}
