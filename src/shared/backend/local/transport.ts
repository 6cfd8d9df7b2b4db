import Taro from '@tarojs/taro';
import type { ClientFunction } from '@contract/functions';
import type { Wire } from '@contract/registry';
import { errorMessages, type Reply } from '@contract/errors';
import { gateway, usePersona } from './personas';

/** Nothing to prepare: the gateway of the local cloud is plain HTTP. */
export function start(): void {}

const nobody: Reply<never> = {
  ok: false,
  code: 'NOT_REGISTERED',
  message: errorMessages.NOT_REGISTERED,
  requestId: '',
};

/** One call through the local cloud's gateway, in the name of the persona. */
export async function send(name: ClientFunction, data: Wire): Promise<unknown> {
  const persona = usePersona.getState().id;
  // Before the first choice one is nobody; the welcome covers the page.
  if (persona === null) return nobody;
  const response = await Taro.request<{ result?: unknown }>({
    url: `${gateway}/gateway/call`,
    method: 'POST',
    header: { 'content-type': 'application/json', 'x-emulator-persona': persona },
    data: { name, data },
  });
  return response.data?.result;
}
