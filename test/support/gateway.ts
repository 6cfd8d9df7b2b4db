import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Reply } from '../../contract/errors';
import { functionOf } from '../../contract/functions';
import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';

/** Posts JSON with Node's own client, which works in every test environment; gives the reply's JSON. */
function post(url: string, headers: Record<string, string>, body: unknown): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent: false, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(JSON.parse(text) as Record<string, unknown>));
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** One call of a function through the gateway of a running stack, as `wx.cloud.callFunction` answers it. */
export const callFunction = (url: string, persona: string, name: string, data: unknown) =>
  post(`${url}/gateway/call`, { 'x-emulator-persona': persona }, { name, data });

/** Calls an action as a persona and gives its data; throws when it was refused. For arranging and for checking facts. */
export async function act<N extends ActionName>(
  url: string,
  persona: string,
  action: N,
  input: ActionInput<N>,
): Promise<ActionOutput<N>> {
  const { result } = await callFunction(url, persona, functionOf(action), { action, input });
  const reply = result as Reply<ActionOutput<N>> | undefined;
  if (reply?.ok) return reply.data;
  throw new Error(`${action} as ${persona}: ${JSON.stringify(reply)}`);
}

/** A new command id, as the client makes one. */
export const commandId = (): string => randomBytes(15).toString('base64url');
