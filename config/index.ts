import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { contractStamp } from './contract-stamp';
import { h5Config } from './h5';
import { miniConfig } from './mini';
import { clientSettings } from './settings';

const root = path.resolve(__dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

/**
 * `cloud`: the real CloudBase. `local`: the emulator's gateway; always so for H5, which exists for the laptop only.
 */
const backendOf = (type: string | undefined): 'cloud' | 'local' =>
  type === 'weapp' && process.env.TARO_APP_BACKEND === 'cloud' ? 'cloud' : 'local';

/** Where the local cloud listens, for a mini-program in WeChat's developer tools. */
const DEFAULT_LOCAL_URL = 'http://127.0.0.1:8399';

/** Every setting as a literal of the code. H5 is served by the local cloud itself: same origin. */
function settings(type: string | undefined): Record<string, string> {
  const values = Object.fromEntries(clientSettings.map((name) => [name, process.env[name] ?? '']));
  const localUrl = type === 'h5' ? '' : values.TARO_APP_LOCAL_URL || DEFAULT_LOCAL_URL;
  return { ...values, TARO_APP_LOCAL_URL: localUrl };
}

export default defineConfig<'webpack5'>((_merge, { mode }) => {
  const type = process.env.TARO_ENV;
  const backend = backendOf(type);
  return {
    projectName: 'shuxiang',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${type ?? 'weapp'}`,
    framework: 'react',
    // Prebundling adds 129 KB to a production package.
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Deeper trees go on in `comp`; base.wxml shrinks by 21 KB against the default of 16.
    baseLevel: 8,
    mode,
    plugins: [path.join(__dirname, 'aria-plugin.ts')],
    alias: {
      // One of two folders as a whole: of the local back end (personas, gateway) a build for the real cloud has nothing.
      '@backend': path.join(root, 'src/shared/backend', backend),
      // The modern build has private fields, which iOS 13 lacks and which Taro's minifier breaks (it quotes `#name`).
      '@tanstack/react-query': path.join(root, 'node_modules/@tanstack/react-query/build/legacy'),
      '@tanstack/query-core': path.join(root, 'node_modules/@tanstack/query-core/build/legacy'),
      '@contract': path.join(root, 'contract'),
      '@': path.join(root, 'src'),
    },
    defineConstants: {
      ...Object.fromEntries(
        Object.entries(settings(type)).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
      ),
      'process.env.TARO_APP_CONTRACT': JSON.stringify(contractStamp(root)),
      'process.env.TARO_APP_VERSION': JSON.stringify(version),
    },
    mini: miniConfig(root),
    h5: h5Config(root),
  };
});
