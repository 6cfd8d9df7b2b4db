import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFiles } from '../../config/settings';
import { runNode } from '../lib/child';
import { explainOutput } from '../lib/explain';
import { dist, inRoot } from '../lib/paths';
import { OperatorError } from '../lib/say';
import { buildEnvironment, settingsGiven } from './environment';
import type { Part } from './part';

export type Backend = 'cloud' | 'local';

const inputs = [
  ...['src', 'contract', 'config', 'types', 'babel.config.js', 'tsconfig.json', '.browserslistrc'],
  ...['package.json', 'package-lock.json', 'scripts/build/client.ts', 'scripts/build/environment.ts'],
  ...settingsFiles,
];

/** What decides besides the files. */
const variant = (backend: Backend): string => JSON.stringify([backend, settingsGiven()]);

const h5Outputs = [join(dist.h5, 'index.html')];
const weappOutputs = [join(dist.weapp, 'app.js'), join(dist.weapp, 'app.json')];

/** The browser preview; it always talks to the local cloud. */
export const h5Part: Part = {
  name: 'h5',
  label: '构建浏览器预览（约需一分钟）',
  inputs,
  variant: () => variant('local'),
  outputs: h5Outputs,
  make: () => taro('h5', 'local', h5Outputs),
};

/** The mini-program. With `local` it talks to the emulator, for trying it in WeChat's developer tools. */
export const weappPart = (backend: Backend): Part => ({
  name: 'weapp',
  label: backend === 'cloud' ? '构建微信小程序' : '构建微信小程序（接本机云环境）',
  inputs: [...inputs, 'project.config.json'],
  variant: () => variant(backend),
  outputs: weappOutputs,
  make: () => taro('weapp', backend, weappOutputs),
});

async function taro(type: 'h5' | 'weapp', backend: Backend, outputs: readonly string[]): Promise<void> {
  const cli = inRoot('node_modules/@tarojs/cli/bin/taro');
  // A person's own Taro settings, in the home folder, would be one more thing from outside.
  const { code, output } = await runNode([cli, 'build', '--type', type, '--disable-global-config'], {
    env: buildEnvironment({ NODE_ENV: 'production', TARO_APP_BACKEND: backend }),
  });
  // Taro ends with 0 for some broken builds.
  if (code === 0 && outputs.every(existsSync)) return;
  const reason = explainOutput(output);
  throw new OperatorError(reason ?? `前端构建失败（taro build --type ${type}）：\n${output.slice(-6000)}`);
}

/** The cloud environment that the built mini-program calls; empty when it was built without one. */
export function builtEnvironment(folder = dist.weapp): string {
  const scripts = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    const found = /cloud\.init\(\{\s*env:\s*"([^"]*)"/.exec(readFileSync(join(folder, name), 'utf8'));
    if (found) return found[1] ?? '';
  }
  return '';
}
