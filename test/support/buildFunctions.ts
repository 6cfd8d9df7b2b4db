import { functionsPart } from '../../scripts/build/functions';
import { build } from '../../scripts/build/part';

/**
 * Jest's global set-up of the integration tests: they run the bundles that are deployed, built once for all of them.
 * A build that fails leaves no bundle behind, so that only the tests that need one fail, each saying so.
 */
export default async function buildFunctions(): Promise<void> {
  await build(functionsPart).catch((error: unknown) => console.error(error));
}
