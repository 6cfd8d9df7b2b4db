import type { Page } from 'playwright-core';

/** In what a page is seen: the light, the width in points, and the factor of all text. */
export interface Look {
  caption: string;
  dark: boolean;
  width: number;
  type: number;
}

export const looks = {
  light: { caption: '浅色', dark: false, width: 390, type: 1 },
  dark: { caption: '深色', dark: true, width: 390, type: 1 },
  large: { caption: '特大', dark: false, width: 390, type: 1.5 },
  narrow: { caption: '320', dark: false, width: 320, type: 1 },
  wide: { caption: '1280', dark: false, width: 1280, type: 1 },
} satisfies Record<string, Look>;
export type LookName = keyof typeof looks;
export const lookNames = Object.keys(looks) as LookName[];

/** Of a phone. */
const HEIGHT = 844;
/** So high that next to nothing of a page lies behind what stands fixed at its foot. */
export const WHOLE_PAGE = 3000;

/** Puts an open page into this look where it stands, without loading it again. */
export async function putOn(page: Page, { dark, width, type }: Look, height = HEIGHT): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.evaluate((factor) => {
    // As the choice of the text's size on 我的 does.
    for (const one of document.querySelectorAll<HTMLElement>('.sx-type'))
      one.style.setProperty('--type', String(factor));
  }, type);
}

/**
 * In the browser a page scrolls within a frame of the framework's, which a picture cuts off. Rolled out, the document is
 * as long as the page; what stands fixed stays where the first screen has it. Where the tabs stand at the side
 * (app.scss) the frame is what makes room for them: there the picture is of the first screen.
 */
const rolledOut = `
@media (max-width: 899px) {
  html, body, #app, .taro-tabbar__container, .taro-tabbar__panel, .taro_page {
    position: static !important; height: auto !important; max-height: none !important; overflow: visible !important;
  }
  .taro-tabbar__tabbar { position: fixed !important; right: 0; bottom: 0; left: 0; }
}`;

/** Takes a picture of the whole page, at one dot a point. */
export async function picture(page: Page, path: string): Promise<void> {
  const style = await page.addStyleTag({ content: rolledOut });
  await page.screenshot({ path, fullPage: true, animations: 'disabled', scale: 'css' });
  await style.evaluate((node) => node.parentNode?.removeChild(node));
}
