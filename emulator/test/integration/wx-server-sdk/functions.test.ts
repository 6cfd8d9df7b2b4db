import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Doc } from '../database/sdk';
import { startWxHost, WX, type WxHost } from './support';

/** How functions of mini-programs begin. */
const start = (sdk: string): string => `const cloud = require(${sdk}); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });`;

const functions = {
  who: `${start(WX)} exports.main = async (event) => ({ context: cloud.getWXContext(), userInfo: event.userInfo });`,
  caller: `${start(WX)} exports.main = async (event) => cloud.callFunction({ name: event.name, data: { by: 'caller' } });`,
  boom: `${start(WX)} exports.main = async () => { throw new Error('boom'); };`,
  work: `${start(WX)} const db = cloud.database(); const _ = db.command;
    exports.main = async () => {
      const { OPENID } = cloud.getWXContext();
      const things = db.collection('things');
      const { _id } = await things.add({ data: { _openid: OPENID, n: 1, at: db.serverDate() } });
      await things.doc(_id).update({ data: { n: _.inc(1) } });
      const moved = await db.runTransaction(async (transaction) => {
        await transaction.collection('things').doc(_id).update({ data: { n: _.inc(1) } });
        return 'moved';
      });
      const { data } = await things.where({ _openid: OPENID }).field({ n: true, _id: false }).get();
      const { fileID } = await cloud.uploadFile({ cloudPath: 'from/function.txt', fileContent: Buffer.from('bytes') });
      const { fileContent } = await cloud.downloadFile({ fileID });
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
      await cloud.deleteFile({ fileList: [fileID] });
      return { moved, data, text: fileContent.toString(), url: fileList[0].tempFileURL, status: fileList[0].status };
    };`,
  installed: `${start("'wx-server-sdk'")} exports.main = async () => cloud.getWXContext().OPENID;`,
};

const reader = { openId: 'o-reader', appId: 'wx1234567890abcdef', unionId: 'u-reader', source: 'wx_client' };

let host: WxHost;
beforeAll(async () => {
  host = await startWxHost(functions);
});
afterAll(() => host.stop());

const call = async (name: string, event: Doc = {}): Promise<Doc> =>
  (await host.emulator.invoke(name, event, reader)).result as Doc;

test('getWXContext tells who calls, from where and in which environment', async () => {
  const { context, userInfo } = await call('who');
  expect(context).toMatchObject({
    OPENID: 'o-reader',
    APPID: 'wx1234567890abcdef',
    UNIONID: 'u-reader',
    ENV: 'local',
    SOURCE: 'wx_client',
    CLIENTIP: '127.0.0.1',
  });
  expect(userInfo).toEqual({ openId: 'o-reader', appId: 'wx1234567890abcdef' });
});

test('a timer and a script have an environment and a source, and no user', async () => {
  const { result } = await host.cloud.callFunction({ name: 'who' });
  expect((result as Doc).context).toEqual({ ENV: 'local' });
  const timer = await host.emulator.invoke('who', {}, { trigger: 'timer', source: 'wx_trigger' });
  expect((timer.result as Doc).context).toEqual({ ENV: 'local', SOURCE: 'wx_trigger' });
});

test('a function called by a function sees the same caller, and its result has an id', async () => {
  const reply = await call('caller', { name: 'who' });
  expect(reply).toMatchObject({ errMsg: 'callFunction:ok', requestID: expect.any(String) as string });
  expect((reply.result as Doc).context).toMatchObject({ OPENID: 'o-reader', SOURCE: 'wx_client,scf' });
});

test('a failure of a called function reaches the one that called it', async () => {
  await expect(call('caller', { name: 'boom' })).rejects.toThrow('boom');
  await expect(call('caller', { name: 'nobody' })).rejects.toThrow('could not be found: nobody');
});

test('database, transactions and files work from inside a function', async () => {
  expect(await call('work')).toEqual({
    moved: 'moved',
    data: [{ n: 3 }],
    text: 'bytes',
    url: expect.stringContaining('function.txt') as string,
    status: 0,
  });
});

test('a function finds the SDK in its own node_modules, and bundled into its file', async () => {
  const folder = join(host.directory, 'functions', 'installed');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(dirname(require.resolve('wx-server-sdk')), join(folder, 'node_modules/wx-server-sdk'), 'dir');
  expect(await call('installed')).toBe('o-reader');

  buildSync({
    entryPoints: [join(folder, 'index.js')],
    outfile: join(host.directory, 'functions/bundled/index.js'),
    bundle: true,
    platform: 'node',
  });
  expect(await call('bundled')).toBe('o-reader');
});
