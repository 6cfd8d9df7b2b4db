import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { inRoot } from '../../../scripts/lib/paths';

jest.setTimeout(60_000);

/** Runs a program in a Node that says it is an older one. */
function pretend(version: string, file: string, args: readonly string[] = []) {
  const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' });
    process.argv.splice(1, 0, ${JSON.stringify(file)}); require(${JSON.stringify(file)})`;
  return spawnSync(process.execPath, ['-e', code, '--', ...args], { encoding: 'utf8' });
}

/** What of a program the JavaScript of 2009 has no words for. */
const problemsOf = (file: string) =>
  new Linter().verify(
    readFileSync(file, 'utf8'),
    [{ files: ['**/*'], languageOptions: { ecmaVersion: 5, sourceType: 'script' } }],
    'program.js',
  );

describe('every npm command', () => {
  const entry = inRoot('scripts/run.cjs');

  test.each(['4.9.1', '12.22.12', '14.21.3', '18.20.4', '20.5.1'])('says on Node %s which one it needs', (version) => {
    const { status, stderr, stdout } = pretend(version, entry, ['start']);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `\n✗ 需要 Node.js 20.6 或更新的版本，现在是 ${version}。请到 https://nodejs.org 安装后再试。\n`,
    );
    expect(stdout).toBe('');
  });

  test('is read first in words that the oldest Node understands', () => {
    expect(problemsOf(entry)).toEqual([]);
    // What comes after it is not.
    expect(problemsOf(inRoot('scripts/run/main.cjs'))).toHaveLength(1);
  });

  test('asks for the Node that package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=20.6');
  });
});
