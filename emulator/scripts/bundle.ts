import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlePage } from '../src/console/bundle';
import { inHouse } from './paths';

const source = inHouse('src');

/** What is bundled: the program, and what other programs may import of it. */
const ENTRIES = { cli: 'main.ts', index: 'index.ts', process: 'process.ts' } as const;

/** Writes the local CloudBase as plain JavaScript into a folder; what it depends on is found in `node_modules`. */
export async function bundleInto(folder: string): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(source, file)])),
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  // A file of its own, because each worker starts as a fresh process from it.
  copyFileSync(join(source, 'functions/worker.cjs'), join(folder, 'worker.cjs'));
  mkdirSync(join(folder, 'console'), { recursive: true });
  const page = Object.entries(await bundlePage(join(source, 'console/page')));
  for (const [name, content] of page) writeFileSync(join(folder, 'console', name), content);
}
