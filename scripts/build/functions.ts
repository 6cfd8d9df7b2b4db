import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { functionSettings, MESSAGE_TEMPLATES, timerTriggers } from '../../contract/deployment';
import { type FunctionName } from '../../contract/functions';
import { messageTemplates } from '../../contract/shared/notices/constants';
import { functionNames } from '../lib/functions';
import { dist, inRoot } from '../lib/paths';
import type { Part } from './part';

const output = (name: FunctionName) => join(dist.functions, name, 'index.js');

/**
 * Variables of functions in the local cloud, which takes any id for a template. Those of a deployed function are the
 * deployer's (`cloudbaserc.json`).
 */
const localVariables: Readonly<Record<string, string>> = {
  [MESSAGE_TEMPLATES]: messageTemplates.map((name) => `${name}:local-${name}`).join(','),
};
const localVariablesOf = (name: FunctionName) =>
  Object.fromEntries(Object.entries(localVariables).filter(([key]) => functionSettings[name].variables?.includes(key)));

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
  inputs: ['cloudfunctions', 'contract', 'package-lock.json', 'tsconfig.json', 'scripts/build/functions.ts'],
  outputs: functionNames.map(output),
  async make() {
    removeStrangers();
    try {
      await Promise.all(functionNames.map(bundleFunction));
    } catch (error) {
      // Old bundles beside sources that do not build would be tested and deployed as if they were new.
      rmSync(dist.functions, { recursive: true, force: true });
      throw error;
    }
  },
};

/** A function that no longer exists must not go on being found. */
function removeStrangers(): void {
  if (!existsSync(dist.functions)) return;
  for (const name of readdirSync(dist.functions)) {
    if (!(functionNames as string[]).includes(name)) rmSync(join(dist.functions, name), { recursive: true });
  }
}

async function bundleFunction(name: FunctionName): Promise<void> {
  // Loaded when it is needed: tests read this part's outputs without ever building.
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    entryPoints: [inRoot('cloudfunctions', name, 'index.ts')],
    outfile: output(name),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    // CommonJS first: two copies of a package, one in each format, would be two packages in one bundle.
    mainFields: ['main', 'module'],
    logLevel: 'error',
    write: false,
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
  const { timeoutSec, memoryMb, openApis } = functionSettings[name];
  const permissions = openApis && { permissions: { openapi: openApis } };
  const settings = { timeout: timeoutSec, memorySize: memoryMb, triggers: triggersOf(name) };
  const config = { ...settings, envVariables: localVariablesOf(name), ...permissions };
  writeJson(name, 'config.json', config);
  writeJson(name, 'package.json', { name: `shuxiang-${name}`, private: true, main: 'index.js' });
}

function writeJson(name: FunctionName, file: string, value: object): void {
  replaceFile(join(dist.functions, name, file), `${JSON.stringify(value, null, 2)}\n`);
}

/** At every moment there is a whole file: an emulator or a test that runs meanwhile loads the old one or the new one. */
function replaceFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.new`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
