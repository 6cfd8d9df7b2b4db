import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { inHouse } from '../../scripts/paths';

/**
 * Bundles the emulator's program for the tests of one file. It is inside the house, so that it finds the packages it
 * leaves out, and without the console's page, which takes longest.
 */
export function bundleProgram(name: string): { file: string; remove: () => void } {
  const built = inHouse('.cache', `${name}-${process.pid}`);
  buildSync({
    entryPoints: [inHouse('src/main.ts')],
    outfile: join(built, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  copyFileSync(inHouse('src/functions/worker.cjs'), join(built, 'worker.js'));
  return { file: join(built, 'index.js'), remove: () => rmSync(built, { recursive: true, force: true }) };
}
