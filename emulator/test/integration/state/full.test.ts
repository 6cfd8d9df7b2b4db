import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { createDatabaseService } from '../../../src/database/service';
import { openFolder } from '../../../src/store/folder';
import { useCli } from '../host/cli-support';
import { download, fill, filesOf, start, temporaryFolder } from './support';

const folder = temporaryFolder();
const cli = useCli();

/** Arguments of bash that run the emulator where no file may grow beyond some KB. */
const inRoomFor = (kilobytes: number): string[] => [
  ...['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash'],
  ...[process.execPath, cli.bundle],
];

/** Runs a command of the emulator where no file may grow beyond some KB: what it meets is what a full disk does. */
function cramped(kilobytes: number, ...args: string[]): { code: number | null; err: string } {
  const ended = spawnSync('bash', [...inRoomFor(kilobytes), ...args], { encoding: 'utf8' });
  return { code: ended.status, err: ended.stderr };
}

describe('where there is no room', () => {
  const data = join(folder, 'data');
  const exported = join(folder, 'exported');
  beforeAll(async () => {
    const { emulator, app } = await start(data);
    await fill(app);
    await emulator.exportState(exported);
    await emulator.stop();
  });

  test('an export says so and leaves nothing, whether documents or files do not fit', () => {
    for (const kilobytes of [4, 200]) {
      const { code, err } = cramped(kilobytes, 'export', join(folder, 'no-room'), '--data', data);
      expect(code).toBe(1);
      expect(err).toMatch(/无法导出到 .*没有留下不完整的导出：文件超过了系统允许的大小/);
      expect(readdirSync(folder).filter((name) => name.startsWith('no-room'))).toEqual([]);
    }
  });

  test('an import says so and changes nothing', () => {
    const target = join(folder, 'target');
    cpSync(data, target, { recursive: true, preserveTimestamps: true });
    const before = filesOf(target);
    const { code, err } = cramped(200, 'import', exported, '--data', target, '--replace');
    expect(code).toBe(1);
    expect(err).toMatch(/无法导入到 .*其中的数据没有改变：/);
    const after = filesOf(target);
    for (const files of [before, after]) delete files['cloudbase.db.clean.json'];
    for (const files of [before, after]) delete files['cloudbase.db-shm'];
    expect(after).toEqual(before);
  });
});

test('an upload that does not fit is an error, the emulator goes on, and nothing of it is left', async () => {
  const dataDir = join(folder, 'upload');
  const server = spawn('bash', [...inRoomFor(400), '--port', '0', '--data', dataDir, '--quiet'], { stdio: 'pipe' });
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const serviceUrl = line.toString().replace('ready ', '').trim();
    const app = tcb.init({ env: 'local', secretId: 'x', secretKey: 'y', serviceUrl });
    const lost = app.uploadFile({ cloudPath: 'lost', fileContent: Buffer.alloc(3_000_000) });
    await expect(lost).rejects.toThrow();
    await app.uploadFile({ cloudPath: 'kept', fileContent: Buffer.from('kept') });
    await expect(download(app, 'lost')).rejects.toThrow();
    expect((await download(app, 'kept')).toString()).toBe('kept');
    expect(readdirSync(join(dataDir, 'files'))).toHaveLength(1);
  } finally {
    server.kill('SIGKILL');
  }
});

test('stored files that vanished from the disk are errors, never empty answers', async () => {
  const dataDir = join(folder, 'vanished');
  const { emulator, app } = await start(dataDir);
  await app.uploadFile({ cloudPath: 'kept', fileContent: Buffer.from('kept') });
  rmSync(join(dataDir, 'files'), { recursive: true });
  await expect(app.uploadFile({ cloudPath: 'new', fileContent: Buffer.from('new') })).rejects.toThrow();
  await expect(download(app, 'kept')).rejects.toThrow();
  await expect(download(app, 'new')).rejects.toThrow();
  await emulator.stop();
});

describe('a stored file that changed on the disk', () => {
  test('is an error when it is read, in part or whole, and when it is copied; it is never given out', async () => {
    const dataDir = join(folder, 'changed');
    const { emulator, app } = await start(dataDir);
    await app.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.alloc(1000, 'a') });
    expect(await download(app, 'a.txt')).toHaveLength(1000);
    const blob = join(dataDir, 'files', readdirSync(join(dataDir, 'files'))[0]!);
    const bytes = readFileSync(blob);
    bytes[500]! ^= 1;
    writeFileSync(blob, bytes);
    await expect(download(app, 'a.txt')).rejects.toThrow();
    const fileID = 'cloud://local.6c6f-local-1250000000/a.txt';
    const { fileList } = await app.getTempFileURL({ fileList: [fileID] });
    const part = await fetch((fileList[0] as { tempFileURL: string }).tempFileURL, { headers: { range: 'bytes=0-9' } });
    expect(part.status).toBe(500);
    await expect(app.copyFile({ fileList: [{ srcPath: 'a.txt', dstPath: 'b.txt' }] })).rejects.toThrow();
    await expect(download(app, 'b.txt')).rejects.toThrow();
    expect(readdirSync(join(dataDir, 'files'))).toHaveLength(1);
    await emulator.stop();
  });
});

test('a database that can no longer be written is a documented error; reading goes on', async () => {
  const dataDir = join(folder, 'readonly');
  const opened = openFolder(dataDir);
  const service = createDatabaseService({ folder: opened, schema: { collections: { things: {} } } });
  const call = (action: string, body: object) =>
    Promise.resolve(
      service.actions[`database.${action}`]!({ collectionName: 'things', ...body }, { requestId: 'r', env: 'local' }),
    );
  await call('insertDocument', { data: ['{"_id":1}'] });
  opened.db.exec('PRAGMA query_only = 1');
  await expect(call('insertDocument', { data: ['{"_id":2}'] })).rejects.toMatchObject({
    code: 'SYS_ERR',
    message: expect.stringContaining('cannot be written') as string,
  });
  expect(await call('calculateDocument', { query: '{}' })).toMatchObject({ data: { total: 1 } });
  opened.db.exec('PRAGMA query_only = 0');
  await call('insertDocument', { data: ['{"_id":2}'] });
  await service.stop();
  opened.close();
});
