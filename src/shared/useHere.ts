import { useCallback, useEffect, useRef } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

/**
 * Whether this page is still in front, to be asked when an answer comes: a late one must not lead anybody away from
 * where he has gone meanwhile.
 */
export function useHere(): () => boolean {
  const here = useRef(true);
  useDidShow(() => void (here.current = true));
  useDidHide(() => void (here.current = false));
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return useCallback(() => here.current, []);
}
