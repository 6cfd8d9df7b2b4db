/** @jest-environment node */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { printFigures } from '../support/figures';
import { DIST } from '../support/weapp/app';

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

const { subPackages } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as { subPackages: { root: string }[] };
const packageOf = (file: string): string =>
  subPackages.find(({ root }) => relative(DIST, file).startsWith(`${root}/`))?.root ?? 'main';

describe('the package that is uploaded', () => {
  it.each([
    'x-shuxiang-persona',
    '/gateway/',
    '127.0.0.1',
    '换一个身份',
    '选一个身份开始',
    'x-wx-openid',
    'demo-openid',
  ])('has no trace of %s: the local cloud stays on the laptop', (trace) => {
    expect(files(DIST).filter((file) => readFileSync(file, 'utf8').includes(trace))).toEqual([]);
  });

  it('keeps the main package within 800 KB and each subpackage within 500 KB', () => {
    const sizes: Record<string, number> = {};
    for (const file of files(DIST)) {
      const name = packageOf(file);
      sizes[name] = (sizes[name] ?? 0) + statSync(file).size;
    }
    printFigures('package bytes', sizes);
    expect(Object.keys(sizes).sort()).toEqual(['main', ...subPackages.map(({ root }) => root)].sort());
    const { main, ...rest } = sizes;
    expect(main).toBeLessThanOrEqual(800 * 1024);
    expect(Math.max(...Object.values(rest))).toBeLessThanOrEqual(500 * 1024);
  });
});
