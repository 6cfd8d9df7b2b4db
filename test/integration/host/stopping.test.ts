import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { httpText, insertion } from '../wire/support';
import { startHost, type Host } from './support';

let host: Host;
afterEach(() => host.stop());

const things = (): ReturnType<ReturnType<Host['app']['database']>['collection']> =>
  host.app.database().collection('things');

/** Sends a request and goes away without waiting for the answer. */
const sendAndLeave = (text: string): Promise<void> =>
  new Promise((left) => {
    const socket = connect(host.emulator.port, '127.0.0.1', () => socket.write(text, () => setTimeout(left, 50)));
    socket.on('error', () => undefined);
    setTimeout(() => socket.destroy(), 40);
  });

test('a request whose client left while it was delayed writes nothing into a folder that was given back', async () => {
  host = await startHost({}, { latencyMs: 300 });
  await things().add({ _id: 'kept' });
  await sendAndLeave(httpText('/admin', insertion));
  await host.emulator.stop();
  await delay(400);
  await host.restart();
  expect((await things().get()).data).toEqual([{ _id: 'kept' }]);
});
