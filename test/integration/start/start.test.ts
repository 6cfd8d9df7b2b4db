import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFolder } from '@shuxiang/local-cloudbase';
import { serve, type Served } from '../../support/child';
import { runCommand, stackTrace } from '../../support/command';
import { printFigures } from '../../support/figures';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// The first start may have to build the preview.
jest.setTimeout(300_000);

const start = (dataDir: string, port = '0') => serve(['scripts/run.cjs', 'start'], { PORT: port, DATA_DIR: dataDir });

async function callAs(url: string, persona: string, action: string, input: object = {}): Promise<unknown> {
  const response = await fetch(`${url}/gateway/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-emulator-persona': persona },
    body: JSON.stringify({ name: 'api', data: { action, input } }),
  });
  return ((await response.json()) as { result: unknown }).result;
}

describe('npm start', () => {
  const dataDir = join(folder, 'city');
  let running: Served | undefined;
  let firstSeconds = 0;
  afterAll(() => running?.stop());

  /** Starts it and gives the seconds until it was ready. */
  async function timed(): Promise<number> {
    const started = performance.now();
    running = await start(dataDir);
    return (performance.now() - started) / 1000;
  }

  it('says ready when the preview answers, with the demo city in it', async () => {
    firstSeconds = await timed();
    if (running === undefined) throw new Error('not started');
    expect((await fetch(running.url)).headers.get('content-type')).toContain('text/html');
    expect(await callAs(running.url, 'youth', 'me.session')).toMatchObject({
      ok: true,
      data: { member: { name: '林晓' } },
    });
    expect(running.output()).toContain('林晓 · 青年');
  });

  it('refuses a data folder that another one holds', async () => {
    const second = await runCommand('start', [], { PORT: '0', DATA_DIR: dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toMatch(/数据目录.*(占用|使用)/);
    expect(second.output).not.toMatch(stackTrace);
  });

  it('ends with 0 on Ctrl-C and leaves no lock behind', async () => {
    expect(await running?.stop()).toBe(0);
    running = undefined;
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
  });

  it('is back within seconds the second time, with what was written', async () => {
    const seconds = await timed();
    printFigures('second start', { readyAfterSeconds: Number(seconds.toFixed(1)) });
    expect(running?.output()).not.toContain('准备演示数据');
    // Where filling the city takes six seconds, this takes two; a busy machine makes both slower.
    expect(seconds).toBeLessThan(firstSeconds);
    expect(await callAs(running?.url ?? '', 'youth', 'home.today')).toMatchObject({
      data: { desk: [{ title: '红楼梦' }, {}] },
    });
  });
});

describe('npm start says in Chinese what to put right, without a stack trace:', () => {
  async function refused(env: Record<string, string>, words: RegExp): Promise<void> {
    const ended = await runCommand('start', [], { PORT: '0', DATA_DIR: join(folder, 'unused'), ...env });
    expect(ended.output).toMatch(words);
    expect(ended.output).not.toMatch(stackTrace);
    expect(ended.code).toBe(1);
  }

  it('the port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const { port } = holder.address() as AddressInfo;
    await refused({ PORT: String(port) }, new RegExp(`端口 ${port} 已被占用`));
    holder.close();
  });

  it('the port is no port', () => refused({ PORT: '80a' }, /PORT 应为 0 到 65535 之间的整数/));

  it('the data folder is a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await refused({ DATA_DIR: file }, /数据目录 .*无法使用：它不是文件夹/);
  });

  it('a newer version wrote the data folder, which stays as it is', async () => {
    const dir = mkdtempSync(join(folder, 'newer-'));
    const file = join(dir, 'cloudbase.db');
    // The number by which SQLite lets a program tell its own versions apart stands in the file's header.
    const fresh = mkdtempSync(join(folder, 'fresh-'));
    holdFolder(fresh).release();
    const bytes = readFileSync(join(fresh, 'cloudbase.db'));
    bytes.writeUInt32BE(99, 60);
    writeFileSync(file, bytes);
    copyFileSync(file, `${file}.before`);
    await refused({ DATA_DIR: dir }, /数据目录由更新的版本写入/);
    expect(readFileSync(file).equals(readFileSync(`${file}.before`))).toBe(true);
  });
});
