import buildPreview from './buildPreview';
import { demoCity } from './preview';

/** Where the tests find the data folder that each of them copies. */
export const CITY = 'SHUXIANG_DEMO_CITY';

/** Jest's global set-up of the browser tests: what `npm start` serves is built, and the demo city made once for all. */
export default async function setup(): Promise<void> {
  await buildPreview();
  process.env[CITY] = await demoCity();
}
