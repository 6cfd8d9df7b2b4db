/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { printFigures } from '../support/figures';
import { forbiddenInClient, heldBy } from '../support/secrets';
import { PACKAGE_BUDGET, packageBytes, weappFiles } from '../support/weapp/packages';

describe('the package that is uploaded', () => {
  it('holds no identity of the laptop, no template and no name of a secret of the functions', () => {
    const held = weappFiles().flatMap((file) => heldBy(readFileSync(file, 'utf8'), forbiddenInClient));
    expect(held).toEqual([]);
  });

  it.each([
    'x-emulator-persona',
    '/gateway/',
    '127.0.0.1',
    '换一个身份',
    '选一个身份开始',
    'x-wx-openid',
    'demo-openid',
  ])('has no trace of %s: the local cloud stays on the laptop', (trace) => {
    expect(weappFiles().filter((file) => readFileSync(file, 'utf8').includes(trace))).toEqual([]);
  });

  it('carries schemas where forms are, in the subpackages, and none in the main package (ADR 30)', () => {
    // What strict objects of the schema library are called at run time, whatever a minifier does to names.
    const having = weappFiles().filter((file) => readFileSync(file, 'utf8').includes('strict_object'));
    expect(having.length).toBeGreaterThan(0);
    expect(having.filter((file) => !file.includes('/packages/'))).toEqual([]);
  });

  it('calls nothing that the oldest engine it is built for, iOS 13, lacks: the build adds no stand-ins', () => {
    const newer =
      /\.(?:at|findLast|findLastIndex|replaceAll|toSorted|toReversed|toSpliced|with)\(|\b(?:Object\.(?:hasOwn|groupBy)|Promise\.(?:any|withResolvers)|structuredClone|WeakRef)\b|\(\?<[=!]/;
    const used = weappFiles()
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => newer.exec(readFileSync(file, 'utf8'))?.[0] ?? []);
    expect(used).toEqual([]);
  });

  it('keeps the main package within 800 KB and each subpackage, none of them empty, within 500 KB', () => {
    const { main = Number.NaN, ...rest } = Object.fromEntries(packageBytes());
    printFigures('package bytes', { main, ...rest });
    expect(main).toBeLessThanOrEqual(PACKAGE_BUDGET.main);
    expect(Object.keys(rest).length).toBeGreaterThan(0);
    expect(Math.max(...Object.values(rest))).toBeLessThanOrEqual(PACKAGE_BUDGET.sub);
    expect(Math.min(...Object.values(rest))).toBeGreaterThan(0);
  });
});
