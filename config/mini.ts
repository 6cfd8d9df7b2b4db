import path from 'node:path';
import type { IMiniAppConfig } from '@tarojs/taro/types/compile';

/** Settings of the WeChat build; the figures behind each are in docs/adr/0007. */
export function miniConfig(root: string): IMiniAppConfig {
  return {
    // Code that only subpackages share moves out of the main package.
    optimizeMainPackage: { enable: true },
    // Every rule is under its own component's class, so the order of the sheets does not matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    // Files outside src are otherwise not compiled.
    compile: { include: [path.join(root, 'contract'), path.join(root, 'config/aria')] },
    // Sizes are real pixels at every width, so that large type is large (src/shared/ui/tokens.scss).
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    webpackChain(chain, webpack: { ProvidePlugin: new (names: Record<string, string[]>) => object }) {
      // WeChat's engine has no AbortController; without one a query stays pending for ever, silently.
      chain
        .plugin('abortController')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'src/shared/call/abort.ts'), 'AbortController'] },
        ]);
    },
  };
}
