import { functionsPart } from '../../../scripts/build/functions';
import { build } from '../../../scripts/build/part';
import buildWeapp from '../buildWeapp';
import { serve, type Served } from '../child';

const holder = globalThis as typeof globalThis & { weappBackend?: Served };

/** Where the back end that all weapp tests share can be found. */
export const BACKEND_URL = 'SHUXIANG_WEAPP_BACKEND';

/**
 * Jest's global set-up of the weapp tests: the very mini-program that is uploaded, and one back end with the demo city
 * in a process of its own, since the tests' browser-like environment cannot host it.
 */
export default async function setup(): Promise<void> {
  await build(functionsPart);
  await buildWeapp();
  holder.weappBackend = await serve(['--import', 'tsx', 'test/support/weapp/backend.ts'], {});
  process.env[BACKEND_URL] = holder.weappBackend.url;
}

export const stop = async (): Promise<void> => void (await holder.weappBackend?.stop());
