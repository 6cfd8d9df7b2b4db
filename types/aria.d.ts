import '@tarojs/components/types/common';

declare module '@tarojs/components/types/common' {
  /** Handed through to WeChat's templates by config/aria-plugin.ts, as far as config/aria.json names them. */
  interface StandardProps {
    ariaRole?: string;
    ariaLabel?: string;
    ariaChecked?: boolean;
    ariaSelected?: boolean;
    ariaExpanded?: boolean;
    ariaDisabled?: boolean;
    ariaPressed?: boolean;
    ariaCurrent?: 'true';
    ariaHidden?: boolean;
    ariaLive?: 'polite' | 'off';
    ariaLevel?: 1 | 2 | 3;
    /** For the browser only, as the one below: see Tap. */
    ariaSort?: 'ascending' | 'descending';
    tabindex?: 0 | -1;
  }
}
