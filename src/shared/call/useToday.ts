import { useEffect, useReducer, useRef } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { addDays, startOfDay, type Day } from '@contract/day';
import { refreshAll } from './client';
import { serverNow, today } from './clock';

/** The day that the screens show. */
let shown = today();

/** Once for each new day, whichever page notices it: what was today's is yesterday's now. */
function turnOver(): void {
  if (shown === today()) return;
  shown = today();
  refreshAll();
}

/** A timer may be a little early; then it looks again. */
const untilMidnight = (): number => Math.max(1, startOfDay(addDays(today(), 1)) - serverNow());

/**
 * Today in Shanghai. A page that is on screen at midnight turns over by itself; one that was not, when it is shown
 * again, because WeChat stops the timers of an app in the background.
 */
export function useToday(): Day {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const onScreen = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = (): void => {
    turnOver();
    again();
  };
  // At each drawing, since the server's clock may have become known meanwhile.
  useEffect(() => {
    if (onScreen.current) timer.current = setTimeout(look, untilMidnight());
    return () => clearTimeout(timer.current);
  });
  useDidShow(() => {
    onScreen.current = true;
    look();
  });
  useDidHide(() => {
    onScreen.current = false;
    clearTimeout(timer.current);
  });
  return today();
}
