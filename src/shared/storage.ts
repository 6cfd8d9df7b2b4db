import Taro from '@tarojs/taro';

/*
 * The phone's storage, which may be full, forbidden or damaged at any moment. A failure is an answer here, never a
 * throw: what a person does on the screen goes on without it.
 */

/** What was stored under `key`; `undefined` when there is nothing or it cannot be read. */
export function readStored<T>(key: string): T | undefined {
  try {
    return Taro.getStorageSync<T | ''>(key) || undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value. Returns whether it is on the phone now. */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}
