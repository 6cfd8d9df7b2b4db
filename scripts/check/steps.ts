import { runNode } from '../lib/child';
import { inRoot } from '../lib/paths';
import { staleFiles } from './generated';
import { textProblems } from './textRules';

/** One check: what is wrong, or nothing when all is well. */
export interface Check {
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

/** Everything that can be told about the source without running it. */
export const checks: readonly Check[] = [
  { name: '生成的文件与源码一致', run: () => Promise.resolve(staleFiles().join('\n')) },
  { name: '文字规则与文件长度', run: () => Promise.resolve(textProblems().join('\n')) },
  { name: '类型', run: () => byTool([tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false']) },
  {
    name: '本机云环境的类型',
    run: () => byTool([tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', 'emulator']),
  },
  {
    name: '依赖方向',
    run: () =>
      byTool([tool('dependency-cruiser/bin/dependency-cruise.mjs'), ...sources, '--config', '.dependency-cruiser.cjs']),
  },
  { name: '格式', run: () => byTool([tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']) },
  { name: '代码规范', run: () => byTool([tool('eslint/bin/eslint.js'), '.']) },
];
