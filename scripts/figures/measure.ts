import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runNode } from '../lib/child';
import { inRoot, root } from '../lib/paths';
import type { Figure } from './table';

/** What came of one figure; `ok` is undefined where it was not measured. */
export interface Outcome {
  figure: Figure;
  ok: boolean | undefined;
  said: string;
}

/** One test that ran, by the file it stands in. */
interface Ran {
  file: string;
  name: string;
  passed: boolean;
}

interface JestResults {
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** What a test told of a figure (`test/support/figures.ts`). */
interface Told {
  figure: string;
  said: string;
  ok: boolean;
}

const jest = inRoot('node_modules/jest/bin/jest.js');
const projects = ['unit', 'integration', 'emulator-unit', 'emulator-integration'];

const isThere = ({ file }: { file: string }): boolean => existsSync(inRoot(file));

/** Runs the tests of these figures, once each, and gives what they told and whether they passed. */
export async function measure(figures: readonly Figure[], long: boolean): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-figures-'));
  try {
    const files = { told: join(folder, 'told'), results: join(folder, 'results.json') };
    const suites = [...new Set(figures.flatMap((figure) => figure.suites.filter(isThere).map(({ file }) => file)))];
    if (suites.length > 0) await run(suites, files, long);
    const ran = existsSync(files.results) ? readResults(files.results) : [];
    const told = existsSync(files.told) ? readTold(files.told) : [];
    return figures.map((figure) => outcomeOf(figure, ran, told));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(suites: readonly string[], files: { told: string; results: string }, long: boolean) {
  const output = ['--json', '--outputFile', files.results];
  const which = ['--selectProjects', ...projects, '--runTestsByPath', ...suites];
  const env = { NODE_ENV: 'test', FIGURES_FILE: files.told, TZ: 'UTC', ...(long ? { FIGURES_LONG: '1' } : {}) };
  await runNode([jest, '--ci', '--maxWorkers=2', '--forceExit', ...output, ...which], {
    env: { ...process.env, ...env },
  });
}

function readResults(file: string): Ran[] {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as JestResults;
  return testResults.flatMap(({ name, assertionResults }) => {
    const at = relative(root, name).replaceAll('\\', '/');
    const tests = assertionResults.map(({ fullName, status }) => ({
      file: at,
      name: fullName,
      passed: status === 'passed',
    }));
    // One that could not even begin has no tests.
    return tests.length > 0 ? tests : [{ file: at, name: '', passed: false }];
  });
}

const readTold = (file: string): Told[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);

/** A figure is what its tests told; where they told nothing, that they passed. */
function outcomeOf(figure: Figure, ran: readonly Ran[], told: readonly Told[]): Outcome {
  if (figure.elsewhere !== undefined) return { figure, ok: undefined, said: `另用 ${figure.elsewhere} 测量` };
  const missing = figure.suites.filter((suite) => !isThere(suite));
  const todo = missing.map(({ file }) => file).join('、');
  const tests = figure.suites.flatMap(({ file, of }) =>
    ran.filter((test) => test.file === file && (test.name === '' || of === undefined || of.test(test.name))),
  );
  if (tests.length === 0) return { figure, ok: undefined, said: `还没有这一项的测试（${todo}）` };
  const failed = tests.filter(({ passed }) => !passed);
  const own = told.filter((one) => one.figure === figure.number);
  const counted =
    failed.length === 0 ? `${tests.length} 项测试通过` : `${failed.length} 项测试未通过：${failed[0]?.name ?? ''}`;
  const rest = missing.length === 0 ? [] : [`未测：${todo}`];
  const said = [...own.map((one) => one.said), counted, ...rest].join('；');
  return { figure, ok: failed.length === 0 && own.every(({ ok }) => ok), said };
}
