import Taro from '@tarojs/taro';
import type { ClientFunction } from '@contract/functions';
import { currentWho } from './identity';
import { gateway } from './personas';

/** Nothing to prepare: the gateway of the local cloud is plain HTTP. */
export function start(): void {}

/** One call through the local cloud's gateway, in the name of the persona. */
export async function send(name: ClientFunction, data: { action: string; input: unknown }): Promise<unknown> {
  const response = await Taro.request<{ result?: unknown }>({
    url: `${gateway}/gateway/call`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-shuxiang-persona': currentWho() },
    data: { name, data },
  });
  return response.data?.result;
}
