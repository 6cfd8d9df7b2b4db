import Taro from '@tarojs/taro';

/*
 * The last good reply of each query, on the phone, so that every screen seen once can be seen again offline.
 * Bounded: the least recently kept go first, and one reply larger than LARGEST is not kept at all.
 */
const MOST = 40;
const LARGEST = 100_000;
const INDEX = 'kept';

const read = <T>(key: string): T | undefined => {
  try {
    return Taro.getStorageSync<T | ''>(key) || undefined;
  } catch {
    return undefined;
  }
};
const keyOf = (who: string, action: string, input: unknown) => `kept:${who}:${action}:${JSON.stringify(input)}`;

export const recall = (who: string, action: string, input: unknown): unknown =>
  read<{ data: unknown }>(keyOf(who, action, input))?.data;

/** Storage may be full or forbidden; then the app works as before, only not offline. */
export function keep(who: string, action: string, input: unknown, data: unknown): void {
  if (JSON.stringify(data).length > LARGEST) return;
  const key = keyOf(who, action, input);
  const index = [key, ...(read<string[]>(INDEX) ?? []).filter((known) => known !== key)];
  try {
    for (const old of index.splice(MOST)) Taro.removeStorageSync(old);
    Taro.setStorageSync(key, { data });
    Taro.setStorageSync(INDEX, index);
  } catch {
    return;
  }
}
