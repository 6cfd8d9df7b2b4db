import Taro from '@tarojs/taro';
import { formerPage } from '@/routes/table';
import { address, decode, pathTo } from './nav';

/** A link to a page that this version has not: to where the page is now, or to 今日, instead of WeChat's own refusal. */
export function leadOn({ path, query }: { path: string; query: Record<string, string | undefined> }): void {
  const name = formerPage(path);
  // Parameters arrive encoded, in WeChat as in a browser; `stamp` is the browser router's own.
  const parameters = Object.entries(query).filter(([key]) => key !== 'stamp');
  const found = parameters.map(([key, value = '']) => [key, decode(value)] as const);
  void Taro.reLaunch({ url: name ? address(name, Object.fromEntries(found)) : pathTo('today') });
}
