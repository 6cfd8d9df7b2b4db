import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionSettings, type FunctionName, timerTriggers } from '../../contract/functions';
import { functionNames } from '../lib/functions';
import { dist, inRoot } from '../lib/paths';
import type { Part } from './part';

const output = (name: FunctionName) => join(dist.functions, name, 'index.js');

/** Timers of a function, in the words of CloudBase. */
export const triggersOf = (name: FunctionName): { name: string; type: 'timer'; config: string }[] =>
  name === 'timer' ? timerTriggers.map((trigger) => ({ name: trigger.name, type: 'timer', config: trigger.cron })) : [];

/**
 * One file for each cloud function, the SDK included, so that what is tested is what is deployed and nothing is
 * installed in the cloud. Not minified: a stack trace in the cloud's log must name our functions. Beside it its
 * settings, which the local cloud reads.
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
    // CommonJS first: two copies of a package, one in each format, would be two packages in one bundle.
    mainFields: ['main', 'module'],
    logLevel: 'error',
  });
  const { timeoutSec, memoryMb, clientCallable } = functionSettings[name];
  const config = { timeout: timeoutSec, memorySize: memoryMb, clientCallable, triggers: triggersOf(name) };
  mkdirSync(join(dist.functions, name), { recursive: true });
  writeJson(name, 'config.json', config);
  writeJson(name, 'package.json', { name: `shuxiang-${name}`, private: true, main: 'index.js' });
}

function writeJson(name: FunctionName, file: string, value: object): void {
  writeFileSync(join(dist.functions, name, file), `${JSON.stringify(value, null, 2)}\n`);
}
