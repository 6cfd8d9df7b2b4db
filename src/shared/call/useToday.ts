import { useReducer } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { Day } from '@contract/day';
import { today } from './clock';

/** Today in Shanghai; looked at again each time the page is shown, so that a page left open overnight turns over. */
export function useToday(): Day {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useDidShow(again);
  return today();
}
