import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { Launcher } from './launch';
import { gone, post, until } from './support';

const tell = 'require("node:fs").writeFileSync(event.file, String(process.pid));';

let launcher: Launcher;
beforeAll(() => {
  launcher = new Launcher({
    loop: `exports.main = async (event) => { ${tell} for (;;); };`,
    waiting: `exports.main = (event) => { ${tell} return new Promise(() => {}); };`,
    idle: 'exports.main = async () => process.pid;',
  });
});
afterAll(() => launcher.remove());

/** Calls a function that tells its process id through a file and never answers. */
async function begin(adminUrl: string, name: string): Promise<number> {
  const file = join(launcher.folder, `${name}.pid`);
  const data = JSON.stringify({ file });
  void post(adminUrl, { action: 'functions.invokeFunction', function_name: name, request_data: data }).catch(
    () => undefined,
  );
  await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '');
  return Number(readFileSync(file, 'utf8'));
}

test('no worker outlives an emulator that was killed: idle, waiting, or in an endless loop', async () => {
  const { adminUrl, kill } = await launcher.start();
  const loop = await begin(adminUrl, 'loop');
  const waiting = await begin(adminUrl, 'waiting');
  const reply = await post(adminUrl, { action: 'functions.invokeFunction', function_name: 'idle' });
  const idle = Number((reply.body.data as { response_data: string }).response_data);
  await kill();
  await Promise.all([loop, waiting, idle].map(gone));
});

test('an emulator killed in the middle of an overwrite keeps the old file whole, and leaves no part of the new one', async () => {
  const first = await launcher.start();
  const appOf = (serviceUrl: string): ReturnType<typeof tcb.init> =>
    tcb.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl });
  const old = Buffer.alloc(300_000, 'old');
  const { fileID } = await appOf(first.adminUrl).uploadFile({ cloudPath: 'kept.bin', fileContent: old });
  const blobs = (): string[] => readdirSync(join(launcher.folder, 'data', 'files'));
  const before = blobs();

  const { data } = await appOf(first.adminUrl).getUploadMetadata({ cloudPath: 'kept.bin' });
  const { url, authorization } = data as { url: string; authorization: string };
  const put = request(url, { method: 'PUT', headers: { authorization, 'content-length': 500_000 } });
  put.on('error', () => undefined);
  put.write(Buffer.alloc(200_000, 'new'));
  await until(() => blobs().length > before.length);
  await first.kill();
  expect(blobs().length).toBeGreaterThan(before.length);

  const second = await launcher.start();
  expect(blobs()).toEqual(before);
  const { fileContent } = await appOf(second.adminUrl).downloadFile({ fileID });
  expect(Buffer.compare(fileContent as unknown as Buffer, old)).toBe(0);
  await second.kill();
});
