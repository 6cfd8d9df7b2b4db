import { connect } from 'node:net';
import { readBody, sendJson } from '../../../src/http/body';
import { EmulatorServer } from '../../../src/http/server';

let server: EmulatorServer;
let port: number;
beforeAll(async () => {
  const timeouts = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
  server = new EmulatorServer(() => undefined, { timeouts });
  port = await server.listen(0);
  server.serve([
    async (request, response) => {
      sendJson(response, 200, { bytes: (await readBody(request, 1000)).length });
      return true;
    },
  ]);
});
afterAll(() => server.close());

/** Sends these bytes, then nothing more, and returns what comes back until the connection ends. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

test.each([
  ['half a body', '408', 'Content-Length: 100\r\n\r\nhalf'],
  ['half a chunk', '408', 'Transfer-Encoding: chunked\r\n\r\n5\r\nha'],
  ['half a header', '408', 'X-Ha'],
  ['a length that is none', '400', 'Content-Length: x\r\n\r\n'],
  ['two lengths', '400', 'Content-Length: 1\r\nContent-Length: 2\r\n\r\n'],
  ['a chunk without a length', '400', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['headers without an end', '431', `X-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
])('a client that sends %s and no more gets a %s and is let go', async (_what, status, rest) => {
  expect(await say(`POST /http HTTP/1.1\r\nHost: localhost\r\n${rest}`)).toContain(`HTTP/1.1 ${status}`);
});

test('a slow client keeps nobody else waiting', async () => {
  const slow = say('POST /http HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf');
  const response = await fetch(`http://127.0.0.1:${port}/http`, { method: 'POST', body: 'whole' });
  expect(await response.json()).toEqual({ bytes: 5 });
  await slow;
});
