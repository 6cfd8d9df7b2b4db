import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { functionSettings } from '../../contract/deployment';
import { dist } from '../../scripts/lib/paths';
import { PACKAGE_BUDGET, packageBytes } from '../support/weapp/packages';
import { type Row, row } from './row';

/** A bundle is loaded once in each of so many fresh processes; the median counts. */
const LOADS = 5;

/** Bytes of the main package and of each subpackage of the built mini-program. */
export const measurePackages = (): Row[] =>
  [...packageBytes()].map(([name, bytes]) =>
    name === 'main'
      ? row('小程序主包', bytes, 'bytes', PACKAGE_BUDGET.main)
      : row(`小程序分包 ${name}`, bytes, 'bytes', PACKAGE_BUDGET.sub),
  );

/** Bytes of each function's bundle and how long a fresh process takes to load it. */
export function measureBundles(): Row[] {
  return Object.keys(functionSettings).flatMap((name) => {
    const file = join(dist.functions, name, 'index.js');
    const script = `const t=performance.now();require(${JSON.stringify(file)});console.log(performance.now()-t);process.exit(0)`;
    const times = Array.from({ length: LOADS }, () =>
      Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })),
    ).sort((one, other) => one - other);
    const median = times[Math.floor(LOADS / 2)] ?? Number.NaN;
    return [
      row(`云函数 ${name} 的包`, statSync(file).size, 'bytes'),
      // The budget of 100 ms holds for an idle machine; a busy one would fail for nothing, so it is shown, not enforced.
      row(`云函数 ${name} 冷加载（中位数）`, Math.round(median), 'ms'),
    ];
  });
}
