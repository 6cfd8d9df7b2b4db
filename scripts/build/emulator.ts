import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { dist, inRoot } from '../lib/paths';
import type { Part } from './part';

/** The local CloudBase on its own, for any project: `node dist/emulator --port … --data … --functions …`. */
export const emulatorPart: Part = {
  name: 'emulator',
  label: '构建本机云环境',
  inputs: ['emulator', 'package-lock.json', 'scripts/build/emulator.ts'],
  outputs: [join(dist.emulator, 'index.js'), join(dist.emulator, 'worker.cjs')],
  async make() {
    rmSync(dist.emulator, { recursive: true, force: true });
    await bundle({
      entryPoints: [inRoot('emulator/main.ts')],
      outfile: join(dist.emulator, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // Native code cannot be bundled; it is found in node_modules.
      external: ['libsql'],
      logLevel: 'error',
    });
    // A file of its own, because each worker starts as a fresh process from it.
    copyFileSync(inRoot('emulator/functions/worker.cjs'), join(dist.emulator, 'worker.cjs'));
  },
};
