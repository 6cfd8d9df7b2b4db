import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths';

/** Content hash of files and folders (relative names and bytes), in a fixed order; a missing one counts as missing. */
export function hashOf(paths: readonly string[], extra: string): string {
  const hash = createHash('sha256').update(extra);
  for (const path of [...paths].sort()) add(hash, join(root, path));
  return hash.digest('hex');
}

function add(hash: Hash, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) add(hash, join(path, name));
    return;
  }
  hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
}
