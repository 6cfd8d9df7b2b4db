import type { IPluginContext } from '@tarojs/service';

interface MiniPlatform {
  ctx: unknown;
  template?: { mergeComponents: (ctx: unknown, components: Record<string, Record<string, string>>) => void };
}

const names = ['role', 'label', 'checked', 'selected', 'expanded', 'live', 'hidden'];
/** An empty value means: hand the attribute through as it is given. */
const attributes = Object.fromEntries(names.map((name) => [`aria-${name}`, '']));

/** Taro's WeChat templates pass no aria attribute on; screen readers need them. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const components = ['View', 'Text', 'Button', 'Input', 'Textarea', 'Picker'];
      platform.template?.mergeComponents(
        platform.ctx,
        Object.fromEntries(components.map((component) => [component, attributes])),
      );
    },
  });
};
