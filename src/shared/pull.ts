import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { queryClient } from './call/client';

/**
 * Pulling the page down asks again for every query on it whose action begins with one of the prefixes. The page's
 * config sets `enablePullDownRefresh`.
 */
export function usePullToRefresh(...prefixes: string[]): void {
  usePullDownRefresh(() => {
    void queryClient
      .refetchQueries({
        type: 'active',
        predicate: ({ queryKey }) => prefixes.some((prefix) => String(queryKey[1]).startsWith(prefix)),
      })
      .finally(() => Taro.stopPullDownRefresh());
  });
}
