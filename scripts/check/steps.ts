import { runNode } from '../lib/child';
import { inLanes } from '../lib/lanes';
import { inRoot } from '../lib/paths';
import { say, since } from '../lib/say';
import { complianceProblems } from '../compliance/table';
import { staleFiles } from './generated';
import { textProblems } from './textRules';

/** One check: what is wrong, or nothing when all is well. */
interface Check {
  name: string;
  run: () => Promise<string>;
}

const tool = (path: string) => inRoot('node_modules', path);

async function byTool(args: readonly string[]): Promise<string> {
  const { code, output } = await runNode(args);
  return code === 0 ? '' : output.trim() || `退出码 ${code}`;
}

const sources = [
  ...['contract', 'cloudfunctions', 'src', 'scripts', 'test', 'demo', 'config'],
  ...['src', 'test', 'bench', 'scripts'].map((folder) => `emulator/${folder}`),
];

const cached = (name: string) => inRoot('.cache', name);

const types = (project: string) =>
  byTool([
    ...[tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', project],
    ...['--incremental', '--tsBuildInfoFile', cached(`types-${project.replaceAll('.', 'root')}.tsbuildinfo`)],
  ]);

/**
 * Everything that can be told about the source without running it; the longest first, because two of them run at a time.
 * The local cloud is a type project of its own, so its lint is a run of its own and fills the second core.
 */
const checks: readonly Check[] = [
  { name: '代码规范', run: () => byTool([tool('eslint/bin/eslint.js'), '.', '--ignore-pattern', 'emulator/**']) },
  { name: '代码规范 · 本机云环境', run: () => byTool([tool('eslint/bin/eslint.js'), 'emulator']) },
  {
    name: '依赖方向',
    run: () =>
      byTool([tool('dependency-cruiser/bin/dependency-cruise.mjs'), ...sources, '--config', '.dependency-cruiser.cjs']),
  },
  {
    name: '格式',
    run: () =>
      byTool([
        ...[tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
        ...['--cache', '--cache-strategy', 'content', '--cache-location', cached('prettier')],
      ]),
  },
  { name: '类型', run: () => types('.') },
  { name: '类型 · 本机云环境', run: () => types('emulator') },
  { name: '生成的文件与源码一致', run: () => Promise.resolve(staleFiles().join('\n')) },
  { name: '合规：没有禁止的名单、排名、时长、计分与开关', run: () => Promise.resolve(complianceProblems().join('\n')) },
  { name: '文字规则与文件长度', run: () => Promise.resolve(textProblems().join('\n')) },
];

/** Runs all checks, also after one failed, and says how each went; gives the number of those that failed. */
export async function runChecks(): Promise<number> {
  const run = async ({ name, run: look }: Check): Promise<boolean> => {
    const started = Date.now();
    const problem = await look();
    say(`${problem ? '✗' : '✓'} ${name}（${since(started)}）`);
    if (problem) say(problem.replace(/^/gm, '  '));
    return problem === '';
  };
  const passed = await inLanes(
    2,
    checks.map((check) => () => run(check)),
  );
  return passed.filter((each) => !each).length;
}
