import path from 'node:path';
import type { IH5Config } from '@tarojs/taro/types/compile';

/** Settings of the browser build, which runs on a laptop against the local cloud. */
export function h5Config(root: string): IH5Config {
  return {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // Every rule is under its own component's class, so the order of the sheets does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: [path.join(root, 'contract')] },
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      // Taro's default repeats the web components in every page's chunk: 1.9 MB instead of 0.6.
      chain.optimization.splitChunks({
        chunks: 'all',
        maxInitialRequests: 10,
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          taroComponents: {
            name: 'taro-components',
            test: /[\\/]node_modules[\\/]@tarojs[\\/]components/,
            priority: 30,
            enforce: true,
          },
          vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 10, reuseExistingChunk: true },
          common: { name: 'common', minChunks: 2, priority: 1 },
        },
      });
    },
  };
}
