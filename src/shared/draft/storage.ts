import Taro from '@tarojs/taro';
import { currentWho } from '@/shared/backend/local/identity';

/** Values kept on this phone for the person in use; another person on the same machine never sees them. */
const keyOf = (name: string): string => `draft:${currentWho()}:${name}`;

/** What was kept under `name`, or `undefined`. Anything unreadable counts as nothing. */
export function readKept<T>(name: string): T | undefined {
  const text: unknown = Taro.getStorageSync(keyOf(name));
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Keeps a value; a full phone must not stop anybody from typing, so a failure is silent. */
export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(keyOf(name), JSON.stringify(value));
  } catch {
    // The text is still on the screen; only its copy on the phone is missing.
  }
}

export function forget(name: string): void {
  Taro.removeStorageSync(keyOf(name));
}
