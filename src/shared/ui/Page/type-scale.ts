import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { readStored, store } from '@/shared/storage';

const KEY = 'type-scale';
const LARGEST = 1.5;
/** WeChat's standard text size, pixels. */
const STANDARD = 16;

const clamp = (scale: number) => (Number.isFinite(scale) ? Math.min(LARGEST, Math.max(1, scale)) : 1);

/** What the phone asks for: WeChat's own setting of text size, or `?type=1.5` in the browser. */
function systemScale(): number {
  if (process.env.TARO_ENV === 'weapp') {
    // Missing from Taro's types, and from WeChat before 2.23.4.
    const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
    return clamp((fontSizeSetting ?? STANDARD) / STANDARD);
  }
  return clamp(Number(Taro.getCurrentInstance().router?.params.type ?? 1));
}

/** The person's own choice in 我的; 0 follows the phone. */
const useChoice = create<{ chosen: number }>(() => ({ chosen: Number(readStored(KEY)) || 0 }));

export const useTypeChoice = (): number => useChoice((state) => state.chosen);

export function chooseType(chosen: number): void {
  store(KEY, chosen);
  useChoice.setState({ chosen });
}

/** The factor for every text size, 1 to 1.5. */
export const useTypeScale = (): number => clamp(useTypeChoice() || systemScale());
