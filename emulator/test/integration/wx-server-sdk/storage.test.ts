import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWxHost, wxFailureOf, type Cloud, type WxHost } from './support';

let host: WxHost;
let cloud: Cloud;
beforeAll(async () => {
  host = await startWxHost();
  cloud = host.cloud;
});
afterAll(() => host.stop());

test('bytes come back as they went in, from a buffer and from a stream, and over what was there', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
  const { fileID, errMsg } = await cloud.uploadFile({ cloudPath: '图片/一 1.bin', fileContent: bytes });
  expect(errMsg).toBe('uploadFile:ok');
  expect(fileID).toMatch(/^cloud:\/\/local\.[^/]+\/图片\/一 1\.bin$/);
  const loaded = await cloud.downloadFile({ fileID });
  expect(loaded).toMatchObject({ statusCode: 200, errMsg: 'downloadFile:ok' });
  expect(loaded.fileContent.equals(bytes)).toBe(true);

  const source = join(host.directory, 'source.txt');
  writeFileSync(source, 'second');
  await cloud.uploadFile({ cloudPath: '图片/一 1.bin', fileContent: createReadStream(source) });
  expect((await cloud.downloadFile({ fileID })).fileContent.toString()).toBe('second');
});

test('addresses come one for each file in order, and say which file is missing', async () => {
  const { fileID } = await cloud.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('hello') });
  const gone = `${fileID}.gone`;
  const { fileList, errMsg } = await cloud.getTempFileURL({ fileList: [gone, fileID, { fileID, maxAge: 60 }] });
  expect(errMsg).toBe('getTempFileURL:ok');
  expect(fileList[0]).toMatchObject({
    fileID: gone,
    status: -503003,
    errMsg: 'storage file not exists',
    tempFileURL: '',
  });
  for (const file of fileList.slice(1)) {
    expect(file).toMatchObject({ fileID, status: 0, errMsg: 'ok' });
    expect(await (await fetch(file.tempFileURL ?? '')).text()).toBe('hello');
  }
});

test('deleting says for each file whether it was there', async () => {
  const { fileID } = await cloud.uploadFile({ cloudPath: 'c.txt', fileContent: Buffer.from('x') });
  const first = await cloud.deleteFile({ fileList: [fileID, `${fileID}x`] });
  expect(first).toMatchObject({
    errMsg: 'deleteFile:ok',
    fileList: [
      { fileID, status: 0, errMsg: 'ok' },
      { fileID: `${fileID}x`, status: -503003, errMsg: 'storage file not exists' },
    ],
  });
  const failure = await wxFailureOf(cloud.downloadFile({ fileID }));
  expect(failure.errCode).toBe(-1);
  expect(failure.errMsg).toMatch(/^downloadFile:fail/);
});

test('more than fifty files in a call are refused', async () => {
  const { errMsg } = await wxFailureOf(cloud.getTempFileURL({ fileList: Array<string>(51).fill('cloud://local.x/a') }));
  expect(errMsg).toContain('at most 50 files');
});
