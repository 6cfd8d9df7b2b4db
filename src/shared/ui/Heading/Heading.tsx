import type { ReactNode } from 'react';
import { Text } from '@tarojs/components';

interface Props {
  /** 1 names the page, 2 a section of it, 3 what stands within one. */
  level: 1 | 2 | 3;
  className: string;
  children: ReactNode;
}

/**
 * A heading to the ear. It looks as its class says. In the browser the page's own takes the focus when the page opens
 * (src/shared/browser/pages.ts); tabindex in WeChat would draw a ring on Android.
 */
export function Heading({ level, className, children }: Props) {
  return (
    <Text
      className={className}
      ariaRole="heading"
      ariaLevel={level}
      tabindex={process.env.TARO_ENV === 'h5' && level === 1 ? -1 : undefined}
    >
      {children}
    </Text>
  );
}
