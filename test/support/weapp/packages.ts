import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DIST } from './app';

/** Bytes: what WeChat's rules and our budgets allow. */
export const PACKAGE_BUDGET = { main: 800 * 1024, sub: 500 * 1024 };

/** Every file of the built mini-program. */
export const weappFiles = (folder: string = DIST): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? weappFiles(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Bytes of the main package, under `main`, and of each declared subpackage, under its root. */
export function packageBytes(): Map<string, number> {
  const { subPackages } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[];
  };
  const sizes = new Map([['main', 0], ...subPackages.map(({ root }): [string, number] => [root, 0])]);
  for (const file of weappFiles()) {
    const path = relative(DIST, file);
    const name = subPackages.find(({ root }) => path.startsWith(`${root}/`))?.root ?? 'main';
    sizes.set(name, (sizes.get(name) ?? 0) + statSync(file).size);
  }
  return sizes;
}
