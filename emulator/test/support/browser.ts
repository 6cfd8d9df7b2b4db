import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/**
 * Starts the browser of `CHROME_PATH`, else a Chromium on the path, else the Chrome that this system has installed; able
 * to run as root in a container without a network.
 */
export function launchBrowser(): Promise<Browser> {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const executablePath = process.env.CHROME_PATH ?? onPath.find((path) => existsSync(path));
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ ...(executablePath === undefined ? { channel: 'chrome' } : { executablePath }), args });
}
