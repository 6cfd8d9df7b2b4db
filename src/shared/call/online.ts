import Taro from '@tarojs/taro';
import { create } from 'zustand';

/**
 * Whether the network seems to be there: what the phone says, corrected by what the last call met. The emulator being
 * stopped looks the same as a tunnel, which is what the person wants to know.
 */
export const useOnline = create<{ online: boolean }>(() => ({ online: true }));

const waiting = new Set<() => void>();

/** Runs `listener` each time the network comes back. */
export function onBackOnline(listener: () => void): void {
  waiting.add(listener);
}

export function setOnline(online: boolean): void {
  const before = useOnline.getState().online;
  if (before === online) return;
  useOnline.setState({ online });
  if (online) for (const listener of waiting) listener();
}

/** Once, at launch. A browser is asked in its own way, see shared/browser/network. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'h5') return;
  Taro.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected));
  void Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') });
}
