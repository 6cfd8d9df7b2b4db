import type { Browser, Page } from 'playwright-core';
import { newPhone, PHONE } from '../support/browser';

/** What a phone shows that nobody has. */
export const BLANK = 'about:blank';

/** In how wide a window the app is seen, and in which light. */
export interface Sight {
  width?: number | undefined;
  dark?: boolean | undefined;
}

/**
 * The phones of one browser, which go from hand to hand. A phone that is new is a process that starts and compiles the
 * whole app before anything is seen; one that somebody had before has done that, and nothing else of him is left on it.
 */
export class Phones {
  private readonly free: Page[] = [];

  /** The app's address: what it stores is what is wiped. */
  constructor(
    private readonly browser: Browser,
    readonly url: string,
  ) {}

  async take({ width = PHONE.width, dark = false }: Sight): Promise<Page> {
    const page = this.free.pop() ?? (await (await newPhone(this.browser)).newPage());
    await page.setViewportSize({ ...PHONE, width });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'no-preference' });
    return page;
  }

  /** Ends what runs on it, then wipes it: what the app stores while it ends is gone, too. */
  async giveBack(page: Page): Promise<void> {
    const context = page.context();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    await page.goto(BLANK);
    const browser = await context.newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin: new URL(this.url).origin, storageTypes: 'all' });
    await browser.detach();
    this.free.push(page);
  }
}
