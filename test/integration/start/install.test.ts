import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackTrace } from '../../support/command';
import { gone, until } from '../../support/until';
import { createToy, ELSEWHERE, HERE, type Toy } from './toy';

let toy: Toy;
beforeEach(() => (toy = createToy()));
afterEach(() => toy.remove());

const at = (path: string) => join(toy.folder, path);

/** A binary of Linux, large enough, whose header tells of one segment that ends behind the file's end. */
const cutShort = (): Buffer => {
  const code = Buffer.alloc(200_000);
  code.write('\x7fELF\x02\x01', 'latin1');
  code.writeBigUInt64LE(64n, 32);
  code.writeUInt16LE(1, 56);
  code.writeBigUInt64LE(300_000n, 64 + 32);
  return code;
};

it('a fresh clone is filled by npm from the lockfile, once', async () => {
  const first = await toy.run().ended;
  expect(first).toMatchObject({ code: 0 });
  expect(first.output).toContain('还没有安装依赖。正在安装');
  expect(first.output).toContain('hello world');
  expect(toy.npm()?.args.slice(0, 1)).toEqual(['ci']);
  expect((await toy.run().ended).output).toBe('hello world\n');
  expect(toy.npm()).toBeUndefined();
});

it('nothing is written where everything is there, so that a read-only checkout will do', async () => {
  toy.install();
  const before = readdirSync(toy.folder, { recursive: true });
  expect(await toy.run().ended).toEqual({ code: 0, output: 'hello world\n' });
  expect(readdirSync(toy.folder, { recursive: true })).toEqual(before);
});

it.each(['yarn.js', 'pnpm.cjs', 'yarn-1.22.22.cjs'])(
  '%s starts it, npm installs, and is told nothing of it',
  async (name) => {
    const settings = { npm_execpath: join('/opt', name), npm_config_registry: 'https://example.invalid' };
    const { code, output } = await toy.run(settings).ended;
    expect(code).toBe(0);
    expect(output).toMatch(/由 (yarn|pnpm) 启动，安装仍用 npm/);
    expect(toy.npm()).toMatchObject({ args: expect.arrayContaining(['ci']) as string[], settings: [] });
  },
);

describe('what is wrong with node_modules is noticed at the start and installed again:', () => {
  it.each<[string, string, () => void]>([
    ['the native part is missing', '依赖已损坏（@toy/', () => rmSync(at(HERE), { recursive: true })],
    ['the native code is missing', '依赖已损坏（@toy/', () => rmSync(at(`${HERE}/toy.node`))],
    ['the native code was cut short', '依赖已损坏（@toy/', () => truncateSync(at(`${HERE}/toy.node`), 10)],
    ['the native code lost its end', '依赖已损坏（@toy/', () => writeFileSync(at(`${HERE}/toy.node`), cutShort())],
    ['a package is missing', '依赖已损坏（tsx）', () => rmSync(at('node_modules/tsx'), { recursive: true })],
    ['a package was emptied', '依赖已损坏（tsx）', () => truncateSync(at('node_modules/tsx/package.json'))],
    ['an installation was cut short', '依赖没有装完', () => rmSync(at('node_modules/.package-lock.json'))],
    [
      'it was copied from another system',
      '依赖是为另一种系统安装的（@toy/elsewhere）',
      () => {
        const packages = {
          'node_modules/tsx': { version: '1.0.0' },
          [ELSEWHERE]: { version: '1.0.0', os: ['elsewhere'] },
        };
        writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages }));
      },
    ],
    [
      'the lockfile is newer',
      '依赖的版本有更新',
      () => {
        const packages = { 'node_modules/tsx': { version: '0.9.0' } };
        writeFileSync(at('node_modules/.package-lock.json'), JSON.stringify({ packages }));
      },
    ],
  ])('%s', async (_what, words, damage) => {
    toy.install();
    damage();
    const { code, output } = await toy.run().ended;
    expect(output).toContain(words);
    expect(output).toContain('hello world');
    expect(code).toBe(0);
    expect(toy.npm()?.args[0]).toBe('ci');
  });
});

it('a file gone from the middle of a package is told in Chinese with what to do, without a stack', async () => {
  toy.install();
  rmSync(at('node_modules/@toy/words'), { recursive: true });
  const { code, output } = await toy.run().ended;
  expect(code).toBe(1);
  expect(output).toMatch(/✗ 依赖已损坏（Cannot find module '@toy\/words'.*请删除 node_modules/);
  expect(output).not.toMatch(stackTrace);
});

it('an installation that fails says what is usually the cause', async () => {
  const { code, output } = await toy.run({ TOY_NPM: 'fail' }).ended;
  expect(code).toBe(1);
  expect(output).toContain('安装依赖失败，原因见上面 npm 的输出');
  expect(output).not.toMatch(stackTrace);
});

it('where there is no npm, that is what it says', async () => {
  rmSync(at('bin/npm'));
  const { code, output } = await toy.run({ PATH: at('bin') }).ended;
  expect(code).toBe(1);
  expect(output).toContain('无法运行 npm（ENOENT）');
});

it.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s during an installation ends npm too, and is no failure of the registry', async (signal, code) => {
  const { child, ended } = toy.run({ TOY_NPM: 'slow' });
  await until(() => existsSync(at('npm.json')));
  const npm = toy.npm();
  child.kill(signal);
  const result = await ended;
  expect(result.code).toBe(code);
  expect(result.output).toContain('安装依赖已中断');
  expect(result.output).not.toContain('npm 仓库');
  await gone(npm?.pid ?? 0);
});
