import { useEffect, useRef, useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import type { Given, PickerName, Routes } from '@/routes/table';
import { address, open } from './nav';

/*
 * A page asks another for one thing, over Taro's channel between the two. In a browser all pages share one channel, so
 * every asking has a number; the page that was opened finds it in its address as `pick=PAGES.NUMBER`, where PAGES is how
 * many pages lie between the thing and who asked for it.
 */

let askings = 0;

const nameOf = (asking: string): string => `picked:${asking}`;

interface Channel {
  emit(event: string, value: unknown): void;
}

/** What a page that was opened for a choice does with it. */
export interface Picking<T> {
  /** How many pages go away when it is given. */
  pages: number;
  /** Hands it to the page that asked, once, and goes back there. */
  give: (value: T) => void;
  /** Only hands it over, for a page above this one that goes back by itself. */
  hand: (value: T) => void;
}

/** Has one thing picked. `onPicked` runs once when there is one, never when the person turns back. */
export function usePick<N extends PickerName>(
  name: N,
  onPicked: (value: Given<N>) => void,
): (parameters?: Routes[N]) => void {
  return useAsking(name, onPicked, 1);
}

/** From a page that picks: the thing may also come from another one, which leads back past both. */
export function usePickThrough<N extends PickerName>(
  name: N,
  picking: Picking<Given<N>> | null,
): (parameters?: Routes[N]) => void {
  const ask = useAsking(name, (value) => picking?.hand(value), (picking?.pages ?? 0) + 1);
  return picking ? ask : (parameters) => open(name, parameters);
}

function useAsking<N extends PickerName>(name: N, onPicked: (value: Given<N>) => void, pages: number) {
  // The latest, as it may look at what was typed meanwhile; none when whoever asked is not there any more.
  const listener = useRef<typeof onPicked | null>(null);
  useEffect(() => {
    listener.current = onPicked;
    return () => void (listener.current = null);
  });
  return (parameters?: Routes[N]): void => {
    askings += 1;
    const asking = String(askings);
    let done = false;
    const picked = (value: Given<N>): void => {
      if (done) return;
      done = true;
      listener.current?.(value);
    };
    void Taro.navigateTo({
      url: address(name, { ...parameters, pick: `${pages}.${asking}` }),
      events: { [nameOf(asking)]: picked },
    });
  };
}

/** For the page that was opened: whom to give to, or null where nobody waits, as after a reload in a browser. */
export function usePicking<N extends PickerName>(_name: N): Picking<Given<N>> | null {
  const { params } = useRouter();
  const [picking] = useState(() => pickingOf<Given<N>>(params.pick));
  return picking;
}

function pickingOf<T>(parameter: string | undefined): Picking<T> | null {
  const [, pages = '', asking = ''] = /^(\d)\.(\d+)$/.exec(parameter ?? '') ?? [];
  const delta = Number(pages);
  const channel = Taro.getCurrentInstance().page?.getOpenerEventChannel?.() as Channel | undefined;
  // After a reload the pages below are gone, and with them who asked.
  if (!channel || delta === 0 || Taro.getCurrentPages().length <= delta) return null;
  let given = false;
  const hand = (value: T): void => channel.emit(nameOf(asking), value);
  return {
    pages: delta,
    hand,
    give: (value) => {
      // A second tap before the page has gone would lead back too far.
      if (given) return;
      given = true;
      hand(value);
      void Taro.navigateBack({ delta });
    },
  };
}
