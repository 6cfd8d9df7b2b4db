import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startHost, type Host } from './support';

let host: Host;
beforeAll(async () => {
  host = await startHost({});
});
afterAll(() => host.stop());

const upload = async (cloudPath: string, content: string | Buffer): Promise<string> =>
  (await host.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID;

async function urlOf(fileID: string): Promise<string> {
  const { fileList } = await host.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
  return fileList[0]!.tempFileURL;
}

const md5 = (content: Buffer): string => createHash('md5').update(content).digest('hex');

const blobs = (): string[] => readdirSync(join(host.directory, 'data', 'files'));

/** Begins a download and reads nothing yet. */
const begin = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(url, (response) => resolve(response.pause())).on('error', reject));

async function rest(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a download that has begun', () => {
  const content = randomBytes(20_000_000);

  test('is whole, though the file is deleted meanwhile', async () => {
    const fileID = await upload('deleted.bin', content);
    const url = await urlOf(fileID);
    const response = await begin(url);
    await host.app.deleteFile({ fileList: [fileID] });
    expect(md5(await rest(response))).toBe(md5(content));
    expect((await fetch(url)).status).toBe(404);
  });

  test('is the version it began with, though the file is replaced meanwhile', async () => {
    const fileID = await upload('replaced.bin', content);
    const response = await begin(await urlOf(fileID));
    await upload('replaced.bin', 'new');
    expect(md5(await rest(response))).toBe(md5(content));
    expect(await (await fetch(await urlOf(fileID))).text()).toBe('new');
  });

  test('leaves nothing open when the reader goes away', async () => {
    const response = await begin(await urlOf(await upload('left.bin', content)));
    response.destroy();
    await host.app.deleteFile({ fileList: [await upload('left.bin', 'x')] });
    expect(host.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('whoever reads or copies while a file is replaced again and again gets one whole version', async () => {
  const versions = Array.from({ length: 8 }, (_, n) => Buffer.alloc(200_000 + n, String(n)));
  const sums = new Set(versions.map(md5));
  const fileID = await upload('hot/h.bin', versions[0]!);
  const url = await urlOf(fileID);
  let writing = true;
  const writer = (async () => {
    for (let n = 0; n < 40; n += 1) await upload('hot/h.bin', versions[n % versions.length]!);
    writing = false;
  })();
  let reads = 0;
  while (writing) {
    const response = await fetch(url);
    const body = Buffer.from(await response.arrayBuffer());
    expect(sums).toContain(md5(body));
    expect(response.headers.get('etag')).toBe(`"${md5(body)}"`);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    const { fileList } = await host.app.copyFile({ fileList: [{ srcPath: 'hot/h.bin', dstPath: 'copy/h.bin' }] });
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS' });
    reads += 1;
  }
  await writer;
  expect(reads).toBeGreaterThan(5);
  const copied = await fetch(await urlOf('cloud://local.6c6f-local-1250000000/copy/h.bin'));
  expect(sums).toContain(md5(Buffer.from(await copied.arrayBuffer())));
  expect(blobs().some((name) => name.endsWith('.part'))).toBe(false);
});

describe('conditions', () => {
  let url: string;
  let etag: string;
  let modified: string;
  beforeAll(async () => {
    url = await urlOf(await upload('conditions.txt', '0123456789'));
    const { headers } = await fetch(url);
    etag = headers.get('etag')!;
    modified = headers.get('last-modified')!;
  });

  const ask = async (headers: Record<string, string>, method = 'GET'): Promise<[number, string]> => {
    const response = await fetch(url, { headers, method });
    return [response.status, await response.text()];
  };

  test('a reader who has the version is told 304, whichever way he asks', async () => {
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect(await ask({ 'if-none-match': tag })).toEqual([304, '']);
    }
    expect(await ask({ 'if-modified-since': modified })).toEqual([304, '']);
    expect(await ask({ 'if-none-match': etag }, 'HEAD')).toEqual([304, '']);
  });

  test('one who has another version, or none, gets the file', async () => {
    for (const tag of ['"other"', '""', 'nonsense']) expect((await ask({ 'if-none-match': tag }))[0]).toBe(200);
    expect((await ask({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }))[0]).toBe(200);
    expect((await ask({ 'if-modified-since': 'nonsense' }))[0]).toBe(200);
    expect((await ask({ 'if-none-match': '"other"', 'if-modified-since': modified }))[0]).toBe(200);
  });

  test('a range of a version that is gone is not given: the whole file is', async () => {
    const range = 'bytes=2-3';
    expect(await ask({ range, 'if-range': etag })).toEqual([206, '23']);
    expect(await ask({ range, 'if-range': modified })).toEqual([206, '23']);
    for (const condition of ['"other"', `W/${etag}`, 'Thu, 01 Jan 1970 00:00:00 GMT', 'nonsense']) {
      expect((await ask({ range, 'if-range': condition }))[0]).toBe(200);
    }
  });

  test.each([
    ['bytes=0-0', 206, '0'],
    ['bytes=-1', 206, '9'],
    ['bytes=-99', 206, '0123456789'],
    ['bytes=9-', 206, '9'],
    ['bytes=0-1,8-9', 200, '0123456789'],
    ['bytes=4-2', 200, '0123456789'],
    ['bytes=a-b', 200, '0123456789'],
    ['lines=0-1', 200, '0123456789'],
    ['bytes=10-', 416, ''],
    ['bytes=-0', 416, ''],
    ['bytes=99999999999999999999-', 416, ''],
  ])('the range %s is a %d', async (range, status, body) => {
    expect(await ask({ range })).toEqual([status, body]);
    expect((await ask({ range }, 'HEAD'))[0]).toBe(status);
  });
});

test.each([
  ['照片/第 1 页.JPG', 'image/jpeg'],
  ['a.tar.gz', 'application/gzip'],
  ['notes.md', 'text/markdown; charset=utf-8'],
  ['page.html', 'text/html; charset=utf-8'],
  ['font.woff2', 'font/woff2'],
  ['none', 'application/octet-stream'],
  ['odd.不知道', 'application/octet-stream'],
  ['.png', 'image/png'],
])('%s is served as %s, and runs nothing', async (cloudPath, type) => {
  const fileID = await upload(cloudPath, 'x');
  const { headers } = await fetch(await urlOf(fileID));
  expect(headers.get('content-type')).toBe(type);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  const { fileList } = await host.app.getFileInfo({ fileList: [fileID] });
  expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 1, contentType: type });
});

test('facts about an empty file, and about one that is missing', async () => {
  const fileID = await upload('nothing.txt', '');
  const { fileList } = await host.app.getFileInfo({ fileList: [fileID, `${fileID}x`] });
  expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 0 });
  expect(fileList[1]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
});

describe('copies that overlap with something else', () => {
  const beginningOf = async (path: string): Promise<string | undefined> => {
    const fileID = `cloud://local.6c6f-local-1250000000/${path}`;
    const found = await host.app.downloadFile({ fileID }).catch(() => undefined);
    return found && String(found.fileContent).slice(0, 3);
  };

  test('of copies to one path that shall replace nothing, exactly one lands', async () => {
    const sources = Array.from({ length: 8 }, (_, n) => `from-${n}/one`);
    for (const path of sources) await upload(path, path);
    const copies = sources.map((srcPath) => ({ srcPath, dstPath: 'to/one', overwrite: false }));
    const replies = await Promise.all(copies.map((copy) => host.app.copyFile({ fileList: [copy] })));
    const codes = replies.map(({ fileList }) => fileList[0]!.code ?? 'SUCCESS').sort();
    expect(codes).toEqual([...Array.from({ length: 7 }, () => 'STORAGE_REQUEST_FAIL'), 'SUCCESS']);
  });

  test('a move never takes a version away that was uploaded while it was under way', async () => {
    for (let ms = 0; ms < 40; ms += 4) {
      await upload('from/moved', Buffer.alloc(3_000_000, 'old'));
      const move = { srcPath: 'from/moved', dstPath: 'to/moved', removeOriginal: true };
      await Promise.all([host.app.copyFile({ fileList: [move] }), delay(ms).then(() => upload('from/moved', 'new'))]);
      // Before the move it was moved, after it or during it it stays.
      expect([await beginningOf('from/moved'), await beginningOf('to/moved')]).toContain('new');
    }
  });
});
