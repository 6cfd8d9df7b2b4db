import Taro from '@tarojs/taro';
import { drawn } from '@/shared/dom';

interface Place {
  /** Room above it, in px, where the page scrolls. */
  above?: number;
}

/**
 * Scrolls until the first element that is drawn and matches is in sight; nothing happens where there is none. In a browser
 * whatever holds it scrolls, be it the page or the column beside a list; in WeChat the page does.
 */
export function bringIntoView(selector: string, { above }: Place = {}): void {
  if (process.env.TARO_ENV === 'h5') {
    drawn(selector)[0]?.scrollIntoView({ block: 'center' });
    return;
  }
  const offset = above === undefined ? {} : { offsetTop: -above };
  Taro.pageScrollTo({ selector, ...offset, duration: 200 }).catch(() => undefined);
}
