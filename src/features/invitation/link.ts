import { pathTo } from '@/shared/nav';
import { dom } from '@/shared/dom';

/** The address that an invitation's code leads to in the browser preview; WeChat has no address, only the code. */
export function linkOf(code: string): string | undefined {
  if (process.env.TARO_ENV === 'h5') return `${dom().location.origin}/#${pathTo('enter', { code })}`;
  return undefined;
}
