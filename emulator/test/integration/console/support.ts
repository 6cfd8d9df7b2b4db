import { CONSOLE_HEADER } from '../../../src/console/header';
import type { EmulatorOptions } from '../../../src/options';
import { startHost, SDK, type Host } from '../host/support';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

/** An emulator with its console, as the page talks to it. */
export interface ConsoleHost extends Host {
  get<T = Record<string, unknown>>(name: string, values?: Record<string, string>): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(name: string, values: object, headers?: Record<string, string>): Promise<Answer<T>>;
}

/** A function that asks for things by a field without an index, and prints. */
const LOOK = `
const tcb = require(${SDK});
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
exports.main = async (event) => {
  console.log('looking for ' + event.name);
  const { data } = await app.database().collection('things').where({ name: event.name ?? '' }).orderBy('at', 'desc').get();
  await app.database().collection('things').where({ kind: 'a' }).get();
  if (event.action === 'fail') throw new Error('nope');
  return data.length;
};`;

export async function startConsole(options: Partial<EmulatorOptions> = {}): Promise<ConsoleHost> {
  const schema = { collections: { things: { indexes: [{ name: 'byKind', keys: [['kind', 1]] as [string, 1][] }] } } };
  const host = await startHost({ look: LOOK }, { schema, ...options });
  const ask = async <T>(name: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(`${host.emulator.url}/console/api/${name}`, init);
    return { status: response.status, body: (await response.json()) as T };
  };
  return Object.assign(host, {
    get: <T>(name: string, values: Record<string, string> = {}) =>
      ask<T>(`${name}?${new URLSearchParams(values).toString()}`, {}),
    post: <T>(name: string, values: object, headers: Record<string, string> = { [CONSOLE_HEADER]: '1' }) =>
      ask<T>(name, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(values),
      }),
  });
}
