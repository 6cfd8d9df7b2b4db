import Taro from '@tarojs/taro';

/** A page's margins, and the widest that a column of text is (Page.scss). */
const EDGES = 40;
const COLUMN = 640;
/** Where the phone does not tell its width, as an old WeChat: that of most. */
const USUAL = 375;

function windowWidth(): number {
  try {
    return Taro.getWindowInfo().windowWidth;
  } catch {
    return USUAL;
  }
}

/** How wide the column of a page's text is, pixels. */
export const columnWidth = (): number => Math.min(windowWidth(), COLUMN) - EDGES;
