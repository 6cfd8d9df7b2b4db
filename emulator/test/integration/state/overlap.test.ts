import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emulator } from '../../../src/emulator';
import { temporaryFolder } from '../../support/folder';
import { fill, start } from './support';

let emulator: Emulator;
afterAll(() => emulator.stop());

const folder = temporaryFolder('overlap-');
const at = (name: string): string => join(folder, name);
const namesLike = (name: string): string[] => readdirSync(folder).filter((found) => found.startsWith(name));

/** The number of a process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;

beforeAll(async () => {
  const started = await start(at('data'));
  emulator = started.emulator;
  await fill(started.app);
});

describe('while an export is under way', () => {
  test.each([false, true])('what comes to lie in its place is not replaced (forced: %p)', async (force) => {
    const dir = at(`place-${force}`);
    const exporting = emulator.exportState(dir, force);
    mkdirSync(dir);
    writeFileSync(join(dir, 'letter.txt'), 'dear');
    await expect(exporting).rejects.toThrow('其中已有别的文件');
    expect(readFileSync(join(dir, 'letter.txt'), 'utf8')).toBe('dear');
    expect(namesLike(`place-${force}`)).toEqual([`place-${force}`]);
  });

  test('an export that another program puts there is not replaced, unless that was asked for', async () => {
    await emulator.exportState(at('other'));
    for (const force of [false, true]) {
      const dir = at(`contested-${force}`);
      const exporting = emulator.exportState(dir, force);
      cpSync(at('other'), dir, { recursive: true });
      writeFileSync(join(dir, 'collections/other.ndjson'), '');
      if (force) await exporting;
      else await expect(exporting).rejects.toThrow('--force');
      expect(existsSync(join(dir, 'collections/other.ndjson'))).toBe(!force);
      expect(namesLike(`contested-${force}`)).toEqual([`contested-${force}`]);
    }
  });

  test('another one to the same place is refused in words, and the first is not disturbed', async () => {
    const first = emulator.exportState(at('shared'));
    await expect(emulator.exportState(at('shared'))).rejects.toThrow('另一次导出正在写入');
    expect((await first).stored.files).toBe(4);
    expect(namesLike('shared')).toEqual(['shared']);
  });
});

describe('after a process was killed during an export', () => {
  test.each([
    ['that is gone', dead],
    ['whose number is ours now', process.pid],
  ])('the part written by one %s is in nobody’s way', async (_, pid) => {
    mkdirSync(at(`next.partial-${pid}/collections`), { recursive: true });
    await emulator.exportState(at('next'), true);
    expect(namesLike('next')).toEqual(['next']);
  });

  test('the earlier export that was to be replaced is there again, and nothing of it is left once it is replaced', async () => {
    await emulator.exportState(at('kept'));
    renameSync(at('kept'), at(`kept.old-${dead}`));
    await expect(emulator.exportState(at('kept'))).rejects.toThrow('--force');
    expect(namesLike('kept')).toEqual(['kept']);
    cpSync(at('kept'), at(`kept.old-${dead}`), { recursive: true });
    await emulator.exportState(at('kept'), true);
    expect(namesLike('kept')).toEqual(['kept']);
  });
});
