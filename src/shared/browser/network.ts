import { setOnline } from '@/shared/call/online';

/**
 * Whether the network is there, as a browser says it. Taro asks `navigator.connection`, which tells how fast a network is
 * and keeps saying so when there is none; some browsers have no such thing at all.
 */
export function watchBrowserNetwork(): void {
  window.addEventListener('online', () => setOnline(true));
  window.addEventListener('offline', () => setOnline(false));
  if (!navigator.onLine) setOnline(false);
}
