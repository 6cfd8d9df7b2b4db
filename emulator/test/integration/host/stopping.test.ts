import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { httpText, insertion } from '../wire/support';
import { failureOf, gone, post, SDK, startHost, underWay, until, type Host } from './support';

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

test('nothing goes on in the folder after the stop, though the client that asked for it left', async () => {
  host = await startHost({});
  await host.app.uploadFile({ cloudPath: 'from', fileContent: Buffer.alloc(8_000_000, 1) });
  const copies = Array.from({ length: 6 }, (_, n) => ({ src_path: 'from', dst_path: `to/${n}` }));
  await sendAndLeave(httpText('/admin', JSON.stringify({ action: 'storage.batchCopyFile', file_list: copies })));
  await host.emulator.stop();
  const files = readdirSync(join(host.directory, 'data', 'files'));
  await delay(300);
  expect(readdirSync(join(host.directory, 'data', 'files'))).toEqual(files);
  expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
  await host.restart();
});

test('an upload that the stop cut off leaves nothing behind', async () => {
  host = await startHost({});
  const { data } = (await post(host.emulator.adminUrl, { action: 'storage.getUploadMetadata', path: 'cut' })).body as {
    data: { url: string; authorization: string };
  };
  const { url, authorization } = data;
  const head = `PUT ${new URL(url).pathname} HTTP/1.1\r\nHost: localhost\r\nauthorization: ${authorization}\r\n`;
  const socket = connect(host.emulator.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${head}Content-Length: 1000000\r\n\r\n${'x'.repeat(100_000)}`);
  const files = join(host.directory, 'data', 'files');
  await until(() => readdirSync(files).length > 0);
  await host.emulator.stop();
  expect(readdirSync(files)).toEqual([]);
});

test('an export under way is finished before the folder is given back, and none begins after it', async () => {
  host = await startHost({});
  await host.app.uploadFile({ cloudPath: 'large', fileContent: Buffer.alloc(20_000_000, 1) });
  const target = join(host.directory, 'exported');
  let finished = false;
  const exporting = host.emulator.exportState(target).then(() => (finished = true));
  await host.emulator.stop();
  expect(finished).toBe(true);
  expect((await failureOf(host.emulator.exportState(`${target}-2`))).message).toContain('停止');
  await exporting;
});

test('who goes on using a stopped emulator is refused, and the folder stays as it was given back', async () => {
  host = await startHost({ echo: 'exports.main = async (event) => event;' });
  const { emulator } = host;
  await emulator.invoke('echo', {}, { openId: 'o-first' });
  await emulator.stop();
  const refused = await failureOf(emulator.invoke('echo', {}, { openId: 'o-second' }));
  expect(refused).toMatchObject({ code: 'SYS_ERR', message: 'emulator is stopping' });
  expect(() => emulator.wechat.grantConsent('o-second', 'template')).toThrow('closed');
  await host.restart();
  expect(host.emulator.wechat.consents()).toEqual([]);
});

test('a call under way may still call other functions, whatever changes meanwhile, and no process is left', async () => {
  const other = 'exports.main = async ({ n }) => ({ n, pid: process.pid });';
  host = await startHost({
    other,
    caller: `const app = require(${SDK}).init({ env: 'local' });
      exports.main = async () => {
        await new Promise((done) => setTimeout(done, 400));
        const call = async (name) => (await app.callFunction({ name, data: { n: 1 } })).result;
        return [await call('other'), await call('another')];
      };`,
  });
  const call = host.emulator.invoke('caller', {});
  await underWay(host, 'caller');
  const stopped = host.emulator.stop();
  await delay(50);
  expect((await failureOf(host.emulator.invoke('other', {}))).message).toBe('emulator is stopping');
  host.write('other', other, { timeout: 5 });
  host.write('another', other);
  const answers = (await call).result as { n: number; pid: number }[];
  expect(answers).toMatchObject([{ n: 1 }, { n: 1 }]);
  await stopped;
  for (const { pid } of answers) await gone(pid);
});
