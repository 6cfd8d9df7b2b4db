import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { bundlePage } from '../../emulator/console/bundle';
import { dist, inRoot } from '../lib/paths';
import type { Part } from './part';

/** Where a built emulator looks for the files of its console. */
const consoleFolder = join(dist.emulator, 'console');

/** A file of its own, in words that every Node understands: an old one cannot even read the bundle. */
const ENTRY = `if (parseInt(process.versions.node, 10) < 20) {
  console.error(
    '本地云开发需要 Node.js 20 或更新的版本，现在是 ' + process.versions.node + '。请到 https://nodejs.org 安装后再试。'
  );
  process.exit(1);
}
require('./main.js');
`;

/** The local CloudBase on its own, for any project: `node dist/emulator --port … --data … --functions …`. */
export const emulatorPart: Part = {
  name: 'emulator',
  label: '构建本机云环境',
  inputs: ['emulator', 'package-lock.json', 'tsconfig.json', 'scripts/build/emulator.ts'],
  outputs: [
    join(dist.emulator, 'index.js'),
    join(dist.emulator, 'main.js'),
    join(dist.emulator, 'worker.cjs'),
    join(consoleFolder, 'app.js'),
  ],
  async make() {
    rmSync(dist.emulator, { recursive: true, force: true });
    await bundle({
      entryPoints: [inRoot('emulator/main.ts')],
      outfile: join(dist.emulator, 'main.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // Native code cannot be bundled; it is found in node_modules. The console's page is bundled here, not there.
      external: ['libsql', 'esbuild'],
      logLevel: 'error',
    });
    writeFileSync(join(dist.emulator, 'index.js'), ENTRY);
    // A file of its own, because each worker starts as a fresh process from it.
    copyFileSync(inRoot('emulator/functions/worker.cjs'), join(dist.emulator, 'worker.cjs'));
    mkdirSync(consoleFolder);
    const files = Object.entries(await bundlePage(inRoot('emulator/console/page')));
    for (const [name, content] of files) writeFileSync(join(consoleFolder, name), content);
  },
};
