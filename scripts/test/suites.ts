import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { runNode } from '../lib/child';
import { inRoot, root } from '../lib/paths';
import { type Change, sourcesOf, touches, touchesAll } from './since';

/** Tests that are run together. */
export interface Suites {
  /** Projects of `jest.config.mjs`. */
  projects: readonly string[];
  /** Files and folders that they run or read without importing them: a change there runs all of them. */
  reads: readonly string[];
}

const cli = inRoot('node_modules/jest/bin/jest.js');

/** Test files of some projects, from the repository's root; with `sources`, those that import one of them in the end. */
async function list(projects: readonly string[], sources?: readonly string[]): Promise<string[]> {
  const related = sources === undefined ? [] : ['--findRelatedTests', ...sources];
  const { output } = await runNode([cli, '--listTests', '--json', '--selectProjects', ...projects, ...related]);
  const line = output.split('\n').find((text) => text.startsWith('["') || text === '[]') ?? '[]';
  return (JSON.parse(line) as string[]).map((file) => relative(root, file).replaceAll('\\', '/')).sort();
}

/** A suite that looks at files or starts programs depends on more than it imports. */
const looksAround = (suite: string): boolean =>
  /node:(fs|child_process)|inRoot\(|__dirname/.test(readFileSync(inRoot(suite), 'utf8'));

/**
 * The test files to run: all, or after a change those that it can touch. In doubt more: what imports a changed file, what
 * looks at files by itself, and all where something changed that they run without importing it.
 */
export async function suitesOf({ projects, reads }: Suites, change?: Change): Promise<string[]> {
  if (change === undefined || touchesAll(change) || touches(change, reads)) return list(projects);
  const sources = sourcesOf(change).filter((file) => existsSync(file));
  if (sourcesOf(change).length === 0) return [];
  const related = sources.length === 0 ? [] : await list(projects, sources);
  const watching = (await list(projects)).filter(looksAround);
  return [...new Set([...related, ...watching])].sort();
}

/** Runs these test files of these projects with two workers. */
export async function runSuites(
  projects: readonly string[],
  suites: readonly string[],
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<boolean> {
  const which = ['--selectProjects', ...projects, '--runTestsByPath', ...suites];
  const { code } = await runNode([cli, '--ci', '--maxWorkers=2', ...args, ...which], {
    env: { ...process.env, NODE_ENV: 'test', ...env },
    output: 'show',
  });
  return code === 0;
}
