import Taro from '@tarojs/taro';
import type { ClientFunction } from '@contract/functions';
import type { Wire } from '@contract/registry';
import { CallError } from '@/shared/call/error';

/** Once, at launch. */
export function start(): void {
  void Taro.cloud.init({ env: process.env.TARO_APP_ENV_ID });
}

/** WeChat numbers failures of the function itself from -500000 downwards; what is above never reached it. */
const isServerSide = (thrown: unknown): boolean =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'errCode' in thrown &&
  typeof thrown.errCode === 'number' &&
  thrown.errCode <= -500_000;

/** One call of a cloud function; WeChat says who calls. */
export async function send(name: ClientFunction, data: Wire): Promise<unknown> {
  try {
    const { result } = await Taro.cloud.callFunction({ name, data });
    return result;
  } catch (thrown) {
    throw new CallError(isServerSide(thrown) ? 'INTERNAL' : 'OFFLINE');
  }
}
