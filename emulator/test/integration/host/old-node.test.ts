import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { program } from '../../../scripts/paths';

test('the program says which Node it needs instead of failing somewhere inside', () => {
  const code = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); require(${JSON.stringify(program)})`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe('本地云开发需要 Node.js 20 或更新的版本，现在是 18.20.4。请到 https://nodejs.org 安装后再试。\n');
});

test('it is read first in words that the oldest Node understands', () => {
  const problems = new Linter().verify(
    readFileSync(program, 'utf8').replace(/^#!.*/, ''),
    [{ files: ['**/*'], languageOptions: { ecmaVersion: 5, sourceType: 'script' } }],
    'program.js',
  );
  expect(problems).toEqual([]);
});
