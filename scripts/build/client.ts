import { join } from 'node:path';
import { runNode } from '../lib/child';
import { dist, inRoot } from '../lib/paths';
import { OperatorError } from '../lib/say';
import type { Part } from './part';

export type Backend = 'cloud' | 'local';

const inputs = ['src', 'contract', 'config', 'types', 'babel.config.js', 'tsconfig.json', 'package-lock.json'];

/** The browser preview; it always talks to the local cloud. */
export const h5Part: Part = {
  name: 'h5',
  label: '构建浏览器预览（约需一分钟）',
  inputs,
  outputs: [join(dist.h5, 'index.html')],
  make: () => taro('h5', 'local'),
};

/** The mini-program. With `local` it talks to the emulator, for trying it in WeChat's developer tools. */
export const weappPart = (backend: Backend): Part => ({
  name: 'weapp',
  label: backend === 'cloud' ? '构建微信小程序' : '构建微信小程序（接本机云环境）',
  inputs: [...inputs, 'project.config.json'],
  variant: backend,
  outputs: [join(dist.weapp, 'app.js'), join(dist.weapp, 'app.json')],
  make: () => taro('weapp', backend),
});

async function taro(type: 'h5' | 'weapp', backend: Backend): Promise<void> {
  const cli = inRoot('node_modules/@tarojs/cli/bin/taro');
  const { code, output } = await runNode([cli, 'build', '--type', type], {
    env: { NODE_ENV: 'production', TARO_APP_BACKEND: backend },
  });
  // Taro ends with 0 for some broken builds; the missing outputs are then found by the caller.
  if (code !== 0) throw new OperatorError(`前端构建失败（taro build --type ${type}）：\n${output.slice(-6000)}`);
}
