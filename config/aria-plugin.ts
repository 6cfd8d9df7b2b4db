import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
// JSON, because Taro compiles a plugin's own file and none that it imports. An empty value hands the attribute through.
import aria from './aria.json';

interface MiniPlatform {
  ctx: unknown;
  /** Modules that the app imports first. */
  runtimePath: string | string[];
  template?: { mergeComponents: (ctx: unknown, components: typeof aria) => void };
}

const runtime = path.join(__dirname, 'aria-runtime.ts').replace(/\\/g, '/');

/** Taro's WeChat templates pass no aria attribute on; screen readers need them. The browser build passes them itself. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return;
      platform.template.mergeComponents(platform.ctx, aria);
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
};
