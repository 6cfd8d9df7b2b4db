import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { functionSettings } from '../../contract/functions';
import { dist } from '../../scripts/lib/paths';
import { type Row, row } from './row';

const KB = 1024;
/** A bundle is loaded once in each of so many fresh processes; the median counts. */
const LOADS = 5;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Bytes of the main package and of each subpackage of the built mini-program. */
export function measurePackages(): Row[] {
  const { subPackages } = JSON.parse(readFileSync(join(dist.weapp, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[];
  };
  const sizes = new Map<string, number>([['main', 0]]);
  for (const file of filesBelow(dist.weapp)) {
    const path = relative(dist.weapp, file);
    const name = subPackages.find(({ root }) => path.startsWith(`${root}/`))?.root ?? 'main';
    sizes.set(name, (sizes.get(name) ?? 0) + statSync(file).size);
  }
  return [...sizes].map(([name, bytes]) =>
    row(name === 'main' ? '小程序主包' : `小程序分包 ${name}`, bytes, 'bytes', (name === 'main' ? 800 : 500) * KB),
  );
}

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
