import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { failureOf, post, startHost, until, type Host } from './support';

let host: Host;
beforeAll(async () => {
  host = await startHost({}, { maxFileBytes: 1_000_000, clockOffsetMs: 0 });
});
afterAll(() => host.stop());
afterEach(() => host.emulator.setClockOffset(0));

const upload = async (cloudPath: string, content: string | Buffer): Promise<string> =>
  (await host.app.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID;

const download = async (fileID: string): Promise<string> =>
  String((await host.app.downloadFile({ fileID })).fileContent);

async function urlOf(fileID: string, maxAge = 60): Promise<string> {
  const { fileList } = await host.app.getTempFileURL({ fileList: [{ fileID, maxAge }] });
  return fileList[0]!.tempFileURL;
}

const blobs = (): string[] => readdirSync(join(host.directory, 'data', 'files'));

describe('upload and download through the SDK', () => {
  test('a file comes back byte for byte, and its id names environment, bucket and path', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256));
    const fileID = await upload('notes/2026/图 1.bin', content);
    expect(fileID).toBe('cloud://local.6c6f-local-1250000000/notes/2026/图 1.bin');
    const { fileContent } = await host.app.downloadFile({ fileID });
    expect(Buffer.compare(fileContent as unknown as Buffer, content)).toBe(0);
  });

  test('a stream can be uploaded', async () => {
    const source = join(host.directory, 'source.txt');
    writeFileSync(source, '诵读');
    const { fileID } = await host.app.uploadFile({ cloudPath: 's.txt', fileContent: createReadStream(source) });
    expect(await download(fileID)).toBe('诵读');
  });

  test.each(['a#b?c%20d&e.txt', 'über/ü.txt', 'quote\'"<>.txt', 'x'.repeat(850)])(
    'the name %p changes nothing',
    async (name) => {
      expect(await download(await upload(name, name))).toBe(name);
    },
  );

  test('an empty file is a file', async () => {
    const response = await fetch(await urlOf(await upload('empty.txt', '')));
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('uploading again replaces the file and leaves no bytes of the old one', async () => {
    await upload('again.txt', 'one');
    const before = blobs().length;
    const fileID = await upload('again.txt', 'two');
    expect(await download(fileID)).toBe('two');
    expect(blobs()).toHaveLength(before);
  });

  test('parallel uploads to one path leave one whole file', async () => {
    const contents = Array.from({ length: 10 }, (_, index) => String(index).repeat(50_000));
    const [fileID] = await Promise.all(contents.map((content) => upload('race.txt', content)));
    expect(contents).toContain(await download(fileID!));
  });

  test('survives a restart, addresses given out before included; bytes that no file names are removed', async () => {
    const fileID = await upload('kept.txt', 'kept');
    const path = new URL(await urlOf(fileID));
    const stray = join(host.directory, 'data', 'files', `${'0'.repeat(32)}.part`);
    writeFileSync(stray, 'cut off by a crash');
    await host.restart();
    expect(await download(fileID)).toBe('kept');
    const again = await fetch(`${host.emulator.url}${path.pathname}${path.search}`);
    expect(await again.text()).toBe('kept');
    expect(existsSync(stray)).toBe(false);
  });
});

describe('refusals', () => {
  test.each([
    '../x',
    'a/../../x',
    '/etc/passwd',
    'a//b',
    'a/./b',
    '..',
    'a\0b',
    'a\\..\\b',
    'C:\\x',
    'a\nb',
    '\ud800',
    '书'.repeat(284),
  ])('the path %p is not accepted, and nothing is stored', async (cloudPath) => {
    const before = blobs();
    expect((await failureOf(upload(cloudPath, 'x'))).code).toBe('INVALID_PARAM');
    expect(blobs()).toEqual(before);
  });

  test('a file above the limit is refused with the reason, and nothing is stored', async () => {
    const before = blobs();
    const failure = await failureOf(upload('large.bin', Buffer.alloc(1_000_001)));
    expect(failure).toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('[EntityTooLarge]') as string,
    });
    expect(blobs()).toEqual(before);
    await upload('fits.bin', Buffer.alloc(1_000_000));
  });

  test('an upload needs the authorization of its own path, in time', async () => {
    const ticket = async (path: string): Promise<{ url: string; authorization: string }> =>
      (await host.app.getUploadMetadata({ cloudPath: path })).data;
    const put = async (url: string, authorization: string): Promise<[number, string]> => {
      const response = await fetch(url, { method: 'PUT', body: 'x', headers: { authorization } });
      return [response.status, await response.text()];
    };
    const mine = await ticket('mine.txt');
    const other = await ticket('other.txt');
    for (const authorization of ['', 'x', other.authorization]) {
      const [status, body] = await put(mine.url, authorization);
      expect(status).toBe(403);
      expect(body).toContain('<Code>SignatureDoesNotMatch</Code>');
    }
    host.emulator.setClockOffset(16 * 60_000);
    expect((await put(mine.url, mine.authorization))[1]).toContain('Request has expired');
    host.emulator.setClockOffset(0);
    expect(await put(mine.url, mine.authorization)).toEqual([200, '']);
  });

  test('an upload cut off in the middle stores nothing', async () => {
    const before = blobs();
    const { data } = await host.app.getUploadMetadata({ cloudPath: 'cut.bin' });
    const { url, authorization } = data as { url: string; authorization: string };
    await new Promise<void>((resolve) => {
      const put = request(url, { method: 'PUT', headers: { authorization, 'content-length': 1000 } });
      put.on('error', () => resolve());
      put.write('half');
      void until(() => blobs().length > before.length).then(() => put.destroy(new Error('cut')));
    });
    await until(() => blobs().join() === before.join());
    const { fileList } = await host.app.getTempFileURL({ fileList: ['cloud://local.6c6f-local-1250000000/cut.bin'] });
    expect(fileList[0]!.code).toBe('STORAGE_FILE_NONEXIST');
  });
});

describe('temporary addresses', () => {
  test('end after max_age seconds, and not before', async () => {
    const url = await urlOf(await upload('short.txt', 'x'), 3600);
    host.emulator.setClockOffset(3_540_000);
    expect((await fetch(url)).status).toBe(200);
    host.emulator.setClockOffset(3_601_000);
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
  });

  test('open one file only, and no longer when edited', async () => {
    const url = await urlOf(await upload('one.txt', 'x'));
    const other = new URL(await urlOf(await upload('two.txt', 'y')));
    const swapped = new URL(url);
    swapped.pathname = other.pathname;
    expect((await fetch(swapped)).status).toBe(403);
    expect((await fetch(url.replace(/t=(\d)/, 't=9$1'))).status).toBe(403);
    expect((await fetch(url.replace(/sign=../, 'sign=zz'))).status).toBe(403);
  });

  test('missing files and foreign ids are named one by one', async () => {
    const fileID = await upload('here.txt', 'x');
    const ids = [
      fileID,
      fileID + 'x',
      'cloud://other.1234-other-1/here.txt',
      'here.txt',
      'cloud://local.6c6f-local-1250000000/../x',
    ];
    const { fileList } = await host.app.getTempFileURL({ fileList: ids });
    expect(fileList.map((file) => file.code)).toEqual(['SUCCESS', ...Array<string>(4).fill('STORAGE_FILE_NONEXIST')]);
    expect(fileList.map((file) => file.fileID)).toEqual(ids);
  });

  test('at most 50 files a call, whatever is asked', async () => {
    const ids = Array<string>(51).fill('x');
    const copies = ids.map((name) => ({ srcPath: `a/${name}`, dstPath: `b/${name}` }));
    const calls = [
      host.app.getTempFileURL({ fileList: ids }),
      host.app.deleteFile({ fileList: ids }),
      host.app.copyFile({ fileList: copies }),
    ];
    for (const call of calls) expect((await failureOf(call)).code).toBe('INVALID_PARAM');
    await host.app.deleteFile({ fileList: ids.slice(1) });
  });

  test('serve type, size and etag to HEAD, ranges to players, and nothing that runs', async () => {
    const fileID = await upload('audio.mp3', '0123456789');
    const url = await urlOf(fileID);
    const { fileList } = await host.app.getFileInfo({ fileList: [fileID] });
    expect(fileList[0]).toMatchObject({ size: 10, mime: 'audio/mpeg', fileName: 'audio.mp3' });
    const ask = async (range: string): Promise<[number, string | null, string]> => {
      const response = await fetch(url, { headers: { range } });
      return [response.status, response.headers.get('content-range'), await response.text()];
    };
    expect(await ask('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
    expect(await ask('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await ask('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
    expect(await ask('bytes=5-999')).toEqual([206, 'bytes 5-9/10', '56789']);
    expect(await ask('bytes=10-')).toEqual([416, 'bytes */10', '']);
    expect(await ask('bytes=0-1,4-5')).toEqual([200, null, '0123456789']);
    const whole = await fetch(url);
    const etag = `"${createHash('md5').update('0123456789').digest('hex')}"`;
    expect(whole.headers.get('etag')).toBe(etag);
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await (await fetch(url, { headers: { range: 'bytes=1-1', 'if-range': '"old"' } })).text()).toBe(
      '0123456789',
    );
  });
});

describe('delete and copy', () => {
  test('a deleted file is gone, with its bytes; deleting again says so', async () => {
    const fileID = await upload('gone.txt', 'x');
    const url = await urlOf(fileID);
    const before = blobs().length;
    const first = await host.app.deleteFile({ fileList: [fileID] });
    expect(first.fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
    expect(blobs()).toHaveLength(before - 1);
    expect((await fetch(url)).status).toBe(404);
    const second = await host.app.deleteFile({ fileList: [fileID] });
    expect(second.fileList).toEqual([{ fileID, code: 'STORAGE_FILE_NONEXIST' }]);
  });

  test('a copy is independent; overwrite and removal of the original are as asked', async () => {
    await upload('from/c.txt', 'source');
    const copy = async (options: object): Promise<{ code?: string; fileId?: string }> => {
      const entry = { srcPath: 'from/c.txt', dstPath: 'to/c.txt', ...options };
      return (await host.app.copyFile({ fileList: [entry] })).fileList[0]!;
    };
    const { code, fileId } = await copy({});
    expect(code).toBe('SUCCESS');
    await upload('from/c.txt', 'changed');
    expect(await download(fileId!)).toBe('source');
    expect((await copy({ overwrite: false })).code).toBe('STORAGE_REQUEST_FAIL');
    expect((await copy({ removeOriginal: true })).code).toBe('SUCCESS');
    expect(await download(fileId!)).toBe('changed');
    expect((await copy({})).code).toBe('STORAGE_FILE_NONEXIST');
  });

  test.each([
    ['a path that is none', { src_path: 'whole.txt', dst_path: '../x' }],
    ['a copy onto itself', { src_path: 'whole.txt', dst_path: 'whole.txt' }],
  ])('a list with %s among right ones is refused, and nothing of it is copied', async (_, wrong) => {
    await upload('whole.txt', 'x');
    const before = blobs().length;
    const right = { src_path: 'whole.txt', dst_path: 'part.txt' };
    const body = { action: 'storage.batchCopyFile', file_list: [right, wrong] };
    expect((await post(host.emulator.adminUrl, body)).body.code).toBe('INVALID_PARAM');
    expect(blobs()).toHaveLength(before);
  });

  test('malformed lists are refused', async () => {
    for (const action of ['batchGetDownloadUrl', 'batchDeleteFile', 'batchCopyFile']) {
      const reply = await post(host.emulator.adminUrl, {
        action: `storage.${action}`,
        file_list: 'x',
        fileid_list: {},
      });
      expect(reply.body.code).toBe('INVALID_PARAM');
    }
    const nulls = { action: 'storage.batchGetDownloadUrl', file_list: [null, 1, {}] };
    expect((await post(host.emulator.adminUrl, nulls)).body.code).toBeUndefined();
  });
});

test('client paths never become file paths', () => {
  for (const name of blobs()) expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(readFileSync(join(host.directory, 'data', 'files', blobs()[0]!))).toBeInstanceOf(Buffer);
});
