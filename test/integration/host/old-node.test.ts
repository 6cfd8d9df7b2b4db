import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { emulatorPart } from '../../../scripts/build/emulator';
import { build } from '../../../scripts/build/part';
import { dist } from '../../../scripts/lib/paths';

jest.setTimeout(60_000);

test('the built emulator says which Node it needs instead of failing somewhere inside', async () => {
  await build(emulatorPart);
  const bundle = JSON.stringify(join(dist.emulator, 'index.js'));
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require(${bundle})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe('本地云开发需要 Node.js 20 或更新的版本，现在是 18.20.4。请到 https://nodejs.org 安装后再试。\n');
});
