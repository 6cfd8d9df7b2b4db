import Taro from '@tarojs/taro';
import { create } from 'zustand';

/*
 * The phone's storage. Nothing else touches it, because it can be full, damaged or forbidden at any moment: none of
 * these functions ever throws, and what a full phone means is said once, in one place (StorageFull in Page).
 */

/**
 * `full`: something could not be stored and the person has not been told yet; `told` lasts until the next launch.
 * `unsent`: what was logged is neither stored nor sent, and would be lost with the app.
 */
export const useStorage = create<{ full: boolean; told: boolean; unsent: boolean }>(() => ({
  full: false,
  told: false,
  unsent: false,
}));

/** The person has read it. */
export const dismissFull = (): void => useStorage.setState({ full: false, told: true });

/** Whether something waits to be sent that has no copy on the phone. */
export const tellUnsent = (unsent: boolean): void => useStorage.setState({ unsent });

/** What a person wrote has no copy on the phone: says so, once in a launch. */
export const tellFull = (): void => {
  if (!useStorage.getState().told) useStorage.setState({ full: true });
};

let makeRoom: () => boolean = () => false;

/** Names what gives way when the phone is full; it returns false when it has nothing left to give. */
export function onFull(give: () => boolean): void {
  makeRoom = give;
}

/** What is stored under a key; `undefined` when nothing is, or nothing readable. */
export function readStored<T>(key: string): T | undefined {
  try {
    return Taro.getStorageSync<T | ''>(key) || undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value that may be missing later without harm; false where there is no room. */
export function storeIfRoom(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Stores what the person did or wrote: replies kept for offline reading give way to it. False where it could not be
 * stored all the same; what is on screen or on its way goes on.
 */
export function store(key: string, value: unknown): boolean {
  do {
    if (storeIfRoom(key, value)) return true;
  } while (makeRoom());
  return false;
}

export function forgetStored(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // It will be tried again at the next launch; see `sweepReplies` in call/reply-cache.ts, `sweepDrafts` in draft/storage.ts.
  }
}

/** Every key in use; none where the phone does not say. */
export function storedKeys(): string[] {
  try {
    return [...Taro.getStorageInfoSync().keys];
  } catch {
    return [];
  }
}
