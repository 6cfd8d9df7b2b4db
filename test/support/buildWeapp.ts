import { weappPart } from '../../scripts/build/client';
import { build } from '../../scripts/build/part';

/** Jest's global set-up of the weapp tests: they load the very mini-program that is uploaded. */
export default async function buildWeapp(): Promise<void> {
  await build(weappPart('cloud'));
}
