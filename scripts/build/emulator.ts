import { join } from 'node:path';
import { runNode } from '../lib/child';
import { explainOutput } from '../lib/explain';
import { dist, inRoot } from '../lib/paths';
import { OperatorError } from '../lib/say';
import type { Part } from './part';

/** The local CloudBase as a program of its own; how that is made is its own business (`emulator/scripts/build.ts`). */
export const emulatorPart: Part = {
  name: 'emulator',
  label: '构建本机云环境',
  inputs: [
    ...['emulator/src', 'emulator/scripts', 'emulator/package.json', 'emulator/tsconfig.json'],
    ...['package-lock.json', 'tsconfig.json', 'scripts/build/emulator.ts'],
  ],
  outputs: ['cli.js', 'index.js', 'worker.cjs', 'console/app.js'].map((file) => join(dist.emulator, file)),
  async make() {
    const { code, output } = await runNode(['--import', 'tsx', inRoot('emulator/scripts/build.ts')]);
    if (code !== 0) throw new OperatorError(explainOutput(output) ?? `本机云环境构建失败：\n${output.slice(-6000)}`);
  },
};
