import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { CallError, messageOf } from './client';

/** How often what is shown is asked for again. */
const INTERVAL_MS = 3000;

/** A question that takes long is asked less often, so that looking never becomes the load that is looked at. */
const REST_FACTOR = 20;

/** Whether the page refreshes by itself. */
export const Live = createContext(true);

export interface Loaded<T> {
  data?: T;
  error?: string;
  /** The thing asked for is not there (any more). */
  gone: boolean;
  reload: () => void;
}

/**
 * Asks now, when `key` changes, and again every few seconds while the page is visible and not paused. What was loaded
 * stays on show while an answer is awaited and when one fails.
 */
export function useLoaded<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const live = useContext(Live);
  const [state, setState] = useState<{ key: string; data?: T; error?: string; gone: boolean }>({ key, gone: false });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      const started = performance.now();
      try {
        const data = await latest.current();
        if (current) setState({ key, data, gone: false });
      } catch (error) {
        const gone = error instanceof CallError && (error.code === 'GONE' || error.code === 'FORGOTTEN');
        if (current) setState((old) => ({ ...(old.key === key ? old : { key }), error: messageOf(error), gone }));
      }
      if (current && live) timer = setTimeout(next, Math.max(INTERVAL_MS, REST_FACTOR * (performance.now() - started)));
    };
    const next = (): void => {
      if (document.hidden) timer = setTimeout(next, INTERVAL_MS);
      else void load();
    };
    void load();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, live, round]);

  const reload = useCallback(() => setRound((value) => value + 1), []);
  const { data, error, gone } = state.key === key ? state : { data: undefined, error: undefined, gone: false };
  return { data, error, gone, reload };
}

/** What stands after `#/`, decoded part by part, and what follows `?`. */
export interface Place {
  parts: string[];
  query: URLSearchParams;
}

function readPlace(): Place {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

/** The place in the address; back and forward work. */
export function usePlace(): Place {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = (): void => setPlace(readPlace());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

/** The address of a place. */
export function href(parts: readonly string[], query: Record<string, string | undefined> = {}): string {
  const filled = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const search = new URLSearchParams(filled).toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}
