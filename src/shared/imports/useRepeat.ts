import { useEffect, useRef } from 'react';

/** Long enough to be no burden, short enough to be no wait. */
const AGAIN_MS = 2000;

/** Asks again and again while something is under way on the server. */
export function useRepeat(busy: boolean, ask: () => void): void {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => latest.current(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [busy]);
}
