import { h5Part } from '../../scripts/build/client';
import { functionsPart } from '../../scripts/build/functions';
import { buildAll } from '../../scripts/build/part';

/** Jest's global set-up of the browser tests: what `npm start` serves. */
export default async function buildPreview(): Promise<void> {
  await buildAll([functionsPart, h5Part]);
}
