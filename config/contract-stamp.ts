import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A short hash of the contract's source: the version of what replies look like. A phone keeps no reply of another
 * version (docs/adr/0011); a hash cannot be forgotten as a number raised by hand can.
 */
export function contractStamp(root: string): string {
  const folder = path.join(root, 'contract');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file.replace(/\\/g, '/')).update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
