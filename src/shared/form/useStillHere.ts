import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';

/** What Taro calls the page in front; each opening of a page has a name of its own. */
const topPage = (): string | undefined => {
  const pages = Taro.getCurrentPages();
  // The browser's router gives out copies, so the page itself cannot be compared.
  return (pages[pages.length - 1] as { $taroPath?: string } | undefined)?.$taroPath;
};

/**
 * Tells whether the page of this component is still the one in front. An answer may come after the page was left; whoever
 * has left is not taken anywhere. An app in the background is not left: the page is there when it comes back.
 */
export function useStillHere(): () => boolean {
  const [page] = useState(topPage);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return () => mounted.current && topPage() === page;
}
