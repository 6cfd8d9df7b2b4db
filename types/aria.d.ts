import '@tarojs/components/types/common';

declare module '@tarojs/components/types/common' {
  /** Handed through to WeChat's templates by config/aria-plugin.ts. */
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaChecked?: boolean;
    ariaSelected?: boolean;
    ariaExpanded?: boolean;
    ariaHidden?: boolean;
    ariaLive?: 'polite' | 'off';
  }
}
