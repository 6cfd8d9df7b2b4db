import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/test/browser';

/** What keeps a browser quiet, and able to run as root in a container without a network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser of this machine, or the one that comes with the packages. */
export function launchBrowser(): Promise<Browser> {
  const { path, env } = findBrowser();
  return chromium.launch({ executablePath: path, args: flags, env: { ...definedEnv(), ...env } });
}

/** A phone: 390 × 844 points with touch, Chinese, in Shanghai; each has a storage of its own. */
export function newPhone(browser: Browser, width = 390): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
