import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type Preview, startPreview } from '../support/preview';
import { Phones } from './phones';
import { Visitor, type Visit } from './visitor';

interface House {
  /** The running stack; there once the tests run. */
  readonly preview: Preview;
  /** Somebody with a phone on which nothing is yet. */
  come(visit?: Visit): Promise<Visitor>;
}

/**
 * For one test file: a stack of `npm start` with the untouched demo city, one browser, and a phone for each visitor.
 * After each test nobody may have met an error.
 */
export function openHouse(): House {
  let preview: Preview;
  let browser: Browser;
  let phones: Phones;
  const here: Visitor[] = [];
  beforeAll(async () => {
    const city = process.env.SHUXIANG_DEMO_CITY;
    if (!city) throw new Error('no demo city: run with npx jest --selectProjects e2e');
    [preview, browser] = await Promise.all([startPreview(city), launchBrowser()]);
    phones = new Phones(browser, preview.url);
  });
  afterEach(async () => {
    const complaints = here.flatMap((visitor) => visitor.unexpected);
    for (const visitor of here.splice(0)) await visitor.leave();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), preview?.stop()]);
  });
  return {
    get preview() {
      return preview;
    },
    async come(visit) {
      const visitor = await Visitor.come(phones, visit);
      here.push(visitor);
      return visitor;
    },
  };
}
