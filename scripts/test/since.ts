import { execFileSync } from 'node:child_process';
import { inRoot, root } from '../lib/paths';
import { OperatorError } from '../lib/say';

/** Files that a change touched, from the repository's root, with slashes; those that are gone too. */
export type Change = readonly string[];

const git = (cwd: string, ...args: string[]): string[] =>
  execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\0')
    .filter((name) => name !== '');

/** What was done since this branch left `revision`: committed, not yet committed, and new. */
export function changeSince(revision: string, repository = root): Change {
  let base: string;
  try {
    base = git(repository, 'merge-base', '--end-of-options', revision, 'HEAD').join('').trim();
  } catch {
    throw new OperatorError(`没有 “${revision}” 这个版本，或它与现在的版本没有共同的来历。可写分支、标签或提交号。`);
  }
  const tracked = git(repository, 'diff', '--name-only', '--no-renames', '-z', base);
  return [...new Set([...tracked, ...git(repository, 'ls-files', '--others', '--exclude-standard', '-z')])].sort();
}

/** Whether a change touches one of these files or folders. */
export const touches = (change: Change, paths: readonly string[]): boolean =>
  change.some((file) => paths.some((path) => file === path || file.startsWith(`${path}/`)));

/** What decides how every test is compiled and run, and what is installed. */
const FOUNDATION = [
  ...['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json', 'babel.config.js', 'jest.config.mjs', 'types'],
  ...['scripts/run.cjs', 'scripts/run', 'scripts/test.ts', 'scripts/test', 'scripts/lib', 'scripts/build'],
  ...['test/support', 'emulator/package.json', 'emulator/jest.config.mjs', 'emulator/tsconfig.json'],
];

/** Whether nothing can be left out after it. */
export const touchesAll = (change: Change): boolean => touches(change, FOUNDATION);

/** Files whose text no test reads and no program runs. */
const isProse = (file: string): boolean => /\.(md|png)$/.test(file) && !file.startsWith('test/');

/** Those of a change that may matter to a test, as paths for Jest. */
export const sourcesOf = (change: Change): string[] =>
  change.filter((file) => !isProse(file)).map((file) => inRoot(file));
