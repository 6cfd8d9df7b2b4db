import { useEffect, useRef, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { readAddress, writeAddress } from './address';
import { openPage, samePane, type Chosen, type PaneName } from './chosen';
import { useWide } from './useWide';

interface Chosing {
  /** How one came to what stands beside the list, last step last; empty while nothing does. */
  trail: readonly Chosen[];
  /** From the list: begins anew. */
  choose: (chosen: Chosen) => void;
  /** From within the pane: there is a way back. */
  follow: (chosen: Chosen) => void;
  back: () => void;
  /** Nothing stands there any more. */
  close: () => void;
}

/**
 * What stands beside the list. When the window becomes narrow, it goes on as a page above the list: what one was
 * reading is not taken away, and 返回 leads to the list.
 */
export function useChosen(shows: (name: PaneName) => boolean): Chosing {
  const wide = useWide();
  const [trail, setTrail] = useState<readonly Chosen[]>(() => {
    const found = wide ? readAddress(shows) : undefined;
    return found ? [found] : [];
  });
  const last = trail[trail.length - 1];
  const inFront = useRef(true);
  useDidShow(() => {
    inFront.current = true;
    // Tabs are switched without parameters.
    if (wide) writeAddress(last);
  });
  useDidHide(() => void (inFront.current = false));

  const before = useRef(wide);
  useEffect(() => {
    const narrowed = before.current && !wide;
    before.current = wide;
    if (!inFront.current) return;
    writeAddress(wide ? last : undefined);
    if (narrowed && last) openPage(last);
  }, [wide, last]);

  return {
    trail: wide ? trail : [],
    choose: (chosen) => setTrail([chosen]),
    follow: (chosen) => setTrail([...trail.filter((step) => !samePane(step, chosen)), chosen]),
    back: () => setTrail(trail.slice(0, -1)),
    close: () => setTrail([]),
  };
}
