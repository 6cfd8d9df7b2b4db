import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionName } from '../../contract/functions';
import { functionNames } from '../lib/functions';
import { dist, inRoot } from '../lib/paths';
import type { Part } from './part';

const output = (name: FunctionName) => join(dist.functions, name, 'index.js');

/**
 * One file for each cloud function, the SDK included, so that what is tested is what is deployed and nothing is
 * installed in the cloud. Not minified: a stack trace in the cloud's log must name our functions.
 */
export const functionsPart: Part = {
  name: 'functions',
  label: '构建云函数',
  inputs: ['cloudfunctions', 'contract', 'package-lock.json', 'scripts/build/functions.ts'],
  outputs: functionNames.map(output),
  async make() {
    rmSync(dist.functions, { recursive: true, force: true });
    await Promise.all(functionNames.map(bundleFunction));
  },
};

async function bundleFunction(name: FunctionName): Promise<void> {
  // Loaded when it is needed: tests read this part's outputs without ever building.
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: [inRoot('cloudfunctions', name, 'index.ts')],
    outfile: output(name),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // The main fields of a few packages point at builds for browsers or at ES modules that esbuild cannot shake.
    mainFields: ['main', 'module'],
    logLevel: 'error',
  });
  mkdirSync(join(dist.functions, name), { recursive: true });
  const manifest = { name: `shuxiang-${name}`, private: true, main: 'index.js' };
  writeFileSync(join(dist.functions, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
