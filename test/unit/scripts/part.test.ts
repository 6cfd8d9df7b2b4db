import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, type Part } from '../../../scripts/build/part';
import { dist, root } from '../../../scripts/lib/paths';
import { OperatorError } from '../../../scripts/lib/say';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-part-'));
const name = `test-${process.pid}`;
const input = join(folder, 'input.txt');
const output = join(folder, 'output.txt');
let made = 0;

const part = (more: Partial<Part> = {}): Part => ({
  name,
  label: 'test',
  inputs: [relative(root, input)],
  outputs: [output],
  make() {
    made += 1;
    writeFileSync(output, readFileSync(input));
    return Promise.resolve();
  },
  ...more,
});

beforeEach(() => {
  made = 0;
  writeFileSync(input, 'one');
  rmSync(output, { force: true });
  rmSync(join(dist.stamps, name), { force: true });
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(dist.stamps, name), { force: true });
});

it('a part is made once for the same content, even when files were written again', async () => {
  expect(await build(part())).toBe(true);
  writeFileSync(input, 'one');
  expect(await build(part())).toBe(false);
  expect(made).toBe(1);
});

it('changed content, a changed variant and a missing output make it again', async () => {
  await build(part());
  writeFileSync(input, 'two');
  expect(await build(part())).toBe(true);
  expect(await build(part({ variant: () => 'local' }))).toBe(true);
  rmSync(output);
  expect(await build(part({ variant: () => 'local' }))).toBe(true);
  expect(made).toBe(4);
});

it('one that failed is made again the next time', async () => {
  const broken = part({ make: () => Promise.reject(new Error('broken')) });
  await expect(build(broken)).rejects.toThrow('broken');
  expect(await build(part())).toBe(true);
});

it('one that failed half-way is made again, even from the content it was made from before', async () => {
  await build(part());
  writeFileSync(input, 'two');
  const broken = part({
    make() {
      writeFileSync(output, 'half');
      return Promise.reject(new Error('broken'));
    },
  });
  await expect(build(broken)).rejects.toThrow('broken');
  writeFileSync(input, 'one');
  expect(await build(part())).toBe(true);
  expect(readFileSync(output, 'utf8')).toBe('one');
});

it('one that says it succeeded but left an output out has failed', async () => {
  await expect(build(part({ make: () => Promise.resolve() }))).rejects.toThrow('did not make');
});

it('two at once make it one after the other, and only once', async () => {
  const results = await Promise.all([build(part()), build(part())]);
  expect(results.sort()).toEqual([false, true]);
  expect(made).toBe(1);
});

it('a lock that a dead process left is taken over', async () => {
  const lock = join(dist.stamps, `${name}.lock`);
  await build(part());
  // No process has this id: it is beyond the largest one.
  writeFileSync(lock, '{"pid":99999999}');
  writeFileSync(input, 'two');
  expect(await build(part())).toBe(true);
  expect(existsSync(lock)).toBe(false);
});

it('where nothing is to be built nothing is written and nobody is waited for: a read-only checkout will do', async () => {
  await build(part());
  const lock = join(dist.stamps, `${name}.lock`);
  // A live holder would keep waiting whoever asks for the lock.
  const holder = JSON.stringify({ pid: process.ppid });
  writeFileSync(lock, holder);
  try {
    expect(await build(part())).toBe(false);
    expect(readFileSync(lock, 'utf8')).toBe(holder);
  } finally {
    rmSync(lock);
  }
});

it('a part that must be built where nothing can be written says so in Chinese, with what to do', async () => {
  const refused = part({
    make: () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS', path: join(root, 'dist/x') })),
  });
  await expect(build(refused)).rejects.toThrow(/还没有构建，或源码已有变化，而项目文件夹不可写（EROFS）/);
  await expect(build(refused)).rejects.toThrow(OperatorError);
});
