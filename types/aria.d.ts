import '@tarojs/components/types/common';

declare module '@tarojs/components/types/common' {
  /** Handed through to WeChat's templates by config/aria-plugin.ts. */
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaChecked?: boolean;
    ariaSelected?: boolean;
    ariaExpanded?: boolean;
    ariaDisabled?: boolean;
    ariaHidden?: boolean;
    ariaLive?: 'polite' | 'off';
    /** These are for the browser only. */
    ariaPressed?: boolean;
    ariaCurrent?: 'true';
    ariaLevel?: 1 | 2 | 3;
    tabindex?: 0 | -1;
  }
}
