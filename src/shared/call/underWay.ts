import { useEffect, useRef, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import type { CommandName } from '@contract/registry';
import type { QueryState } from './query';
import { refreshAfter } from './stale';

/** Soon enough to see it move. */
const FIRST_MS = 1500;
/** What takes long is asked about less and less, up to this. */
const LONGEST_MS = 10_000;
const SLOWER = 1.3;

interface Options<T> {
  /** Whether something goes on by what was answered last. */
  goesOn: (data: T) => boolean;
  /** The command that began it: when it is over, what that makes stale is asked for again. */
  begunBy: CommandName;
}

/**
 * Asks a query again while something that it tells of is under way, as long as the page is looked at; whoever comes back
 * later is told how far it has come by then. Says whether it goes on.
 */
export function useUnderWay<T>(query: QueryState<T>, { goesOn, begunBy }: Options<T>): boolean {
  const { data, retry } = query;
  const going = data !== undefined && goesOn(data);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  const ask = useRef(retry);
  useEffect(() => void (ask.current = retry), [retry]);
  useEffect(() => {
    if (!going || !shown) return undefined;
    let pause = FIRST_MS;
    let timer = setTimeout(again, pause);
    function again(): void {
      ask.current();
      pause = Math.min(LONGEST_MS, pause * SLOWER);
      timer = setTimeout(again, pause);
    }
    return () => clearTimeout(timer);
  }, [going, shown]);

  const was = useRef(going);
  useEffect(() => {
    if (was.current && !going) refreshAfter(begunBy);
    was.current = going;
  }, [going, begunBy]);
  return going;
}
