import { useCallback, useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';

/** What Taro calls the page in front; each opening of a page has a name of its own. */
const topPage = (): string | undefined => {
  const pages = Taro.getCurrentPages();
  // The browser's router gives out copies, so the page itself cannot be compared.
  return (pages[pages.length - 1] as { $taroPath?: string } | undefined)?.$taroPath;
};

/**
 * Whether this page is still in front, to be asked when an answer comes: a late one must not lead anybody away from
 * where he has gone meanwhile. An app in the background is not left: the page is there when it comes back, and must not
 * wait for ever.
 */
export function useHere(): () => boolean {
  const [page] = useState(topPage);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => void (mounted.current = false);
  }, []);
  return useCallback(() => mounted.current && topPage() === page, [page]);
}
