import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/test/browser';
import { demoClockMs, shiftClock } from './demoClock';

/**
 * What a whole Chromium would do besides showing pages: it has two of its own ready behind the address bar of each
 * window, which take more work than ours to open. A browser goes by its last list, so what Playwright leaves out for the
 * sake of steady tests stands here, too.
 */
const leftOut = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding', 'LensOverlay'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning', 'MediaRouter'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

/** What keeps a browser quiet, and able to run as root in a container without a network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${leftOut.join()}`,
];

/** Starts the browser of this machine, or the one that comes with the packages. */
export function launchBrowser(): Promise<Browser> {
  const { path, env } = findBrowser();
  return chromium.launch({ executablePath: path, args: flags, env: { ...definedEnv(), ...env } });
}

/** How many points its window has. */
export const PHONE = { width: 390, height: 844 };

/** A phone: 390 × 844 points with touch, Chinese, in Shanghai, by the demo city's clock; each has a storage of its own. */
export async function newPhone(browser: Browser): Promise<BrowserContext> {
  const phone = await browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  // The scripts are run by a compiler that names functions with a helper, which a page has not.
  await phone.addInitScript('globalThis.__name ??= (named) => named;');
  await phone.addInitScript(shiftClock, demoClockMs());
  return phone;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
