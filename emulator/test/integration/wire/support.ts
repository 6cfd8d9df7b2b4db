import { connect } from 'node:net';
import { startHost, type Host } from '../host/support';

/** What every failure of the wire protocol looks like. */
export interface WireFailure {
  code: string;
  message: string;
  requestId: string;
}

export interface WireHost extends Host {
  /** Sends bytes on a connection of their own and gives back all that comes until it is closed, here or there. */
  raw(bytes: string | Buffer, options?: { closeAfterMs?: number; closeWhen?: RegExp }): Promise<string>;
  /** Fails unless the server answers at once, logged no failure of its own, and holds what it held at the start. */
  expectUnharmed(): Promise<void>;
}

const KEPT = { _id: 'kept', n: 1 };

/** An emulator with one document in the collection `things`. */
export async function startWireHost(): Promise<WireHost> {
  const host = await startHost({ echo: 'exports.main = async (event) => event;' });
  const things = host.app.database().collection('things');
  await things.add(KEPT);

  const raw: WireHost['raw'] = (bytes, { closeAfterMs, closeWhen } = {}) =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(host.emulator.port, '127.0.0.1', () => {
        socket.write(bytes);
        if (closeAfterMs !== undefined) setTimeout(() => socket.destroy(), closeAfterMs);
      });
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (closeWhen?.test(text) === true) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });

  const expectUnharmed = async (): Promise<void> => {
    const started = performance.now();
    expect((await things.get()).data).toEqual([KEPT]);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
  };
  return Object.assign(host, { raw, expectUnharmed });
}

/** The text of a request as HTTP/1.1: JSON of the length of its body. */
export function httpText(path: string, body: string, headers: Record<string, string> = {}): string {
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  const all = { Host: 'localhost', 'Content-Type': 'application/json', ...length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** An insertion that must not happen when the request that holds it is refused or cut off. */
export const insertion = JSON.stringify({
  action: 'database.insertDocument',
  collectionName: 'things',
  data: ['{"_id":"intruder"}'],
});

/** A harmless question: how many documents there are. */
export const question = JSON.stringify({
  action: 'database.calculateDocument',
  collectionName: 'things',
  queryType: 'WHERE',
});

/** Expects a failure of the documented shape and gives it back. */
export function failureIn(text: string): WireFailure {
  const failure = JSON.parse(text) as WireFailure;
  expect(failure).toMatchObject({
    code: expect.stringMatching(/^[A-Z_]+$/) as string,
    message: expect.any(String) as string,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
  return failure;
}
