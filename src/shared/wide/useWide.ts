import Taro from '@tarojs/taro';
import { create } from 'zustand';

/** From this width of the window on, a list and what was chosen in it stand side by side; the same figure is in CSS. */
export const WIDE_PX = 900;

/** The window's width, not the screen's: WeChat on a PC and a browser run in windows. An old WeChat does not tell it. */
function isWide(): boolean {
  try {
    return Taro.getWindowInfo().windowWidth >= WIDE_PX;
  } catch {
    return false;
  }
}

const useWindow = create<{ wide: boolean }>(() => ({ wide: isWide() }));

/** Once, at launch. What the event itself says is not used: in the browser Taro puts the screen's width there. */
export function watchWindow(): void {
  Taro.onWindowResize(() => {
    const wide = isWide();
    if (wide !== useWindow.getState().wide) useWindow.setState({ wide });
  });
}

/** Whether the window has room for two columns. */
export const useWide = (): boolean => useWindow((state) => state.wide);
