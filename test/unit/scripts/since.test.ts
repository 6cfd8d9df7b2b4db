import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeSince, sourcesOf, touches, touchesAll } from '../../../scripts/test/since';
import { suitesOf } from '../../../scripts/test/suites';

describe('what a change is:', () => {
  const repository = mkdtempSync(join(tmpdir(), 'shuxiang-since-'));
  afterAll(() => rmSync(repository, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: repository, stdio: 'ignore' });
  const write = (name: string, text: string) => writeFileSync(join(repository, name), text);

  it('committed, not yet committed, new and removed, since this branch began; not what others did meanwhile', () => {
    git('init', '-b', 'main');
    for (const name of ['kept', 'edited', 'removed', '名']) write(name, '1');
    git('add', '.');
    git('commit', '-m', 'begin');
    git('checkout', '-b', 'mine');
    write('committed', '1');
    git('add', '.');
    git('commit', '-m', 'mine');
    git('checkout', 'main');
    write('others', '1');
    git('add', '.');
    git('commit', '-m', 'others');
    git('checkout', 'mine');
    write('edited', '2');
    write('名', '2');
    write('new', '1');
    rmSync(join(repository, 'removed'));
    expect(changeSince('main', repository)).toEqual(['committed', 'edited', 'new', 'removed', '名']);
  });

  it('a revision that does not exist is told to the operator', () => {
    expect(() => changeSince('nowhere', repository)).toThrow('没有 “nowhere” 这个版本');
  });
});

test('a folder is touched by what is in it, not by a name that begins alike', () => {
  expect(touches(['demo/books.csv'], ['demo'])).toBe(true);
  expect(touches(['demonstration.md'], ['demo'])).toBe(false);
  expect(touchesAll(['src/a.ts', 'package-lock.json'])).toBe(true);
  expect(touchesAll(['src/a.ts'])).toBe(false);
});

test('what people read matters to no test, unless it is a test’s own', () => {
  expect(sourcesOf(['README.md', 'docs/images/overview.png'])).toEqual([]);
  expect(sourcesOf(['test/fixtures/import/a.md'])).toHaveLength(1);
});

describe('which tests a change runs:', () => {
  const after = (...change: string[]) => suitesOf({ projects: ['unit'], reads: ['demo'] }, change);

  it('those that import it in the end, and no others', async () => {
    const suites = await after('contract/isbn.ts');
    expect(suites).toContain('test/unit/contract/isbn.test.ts');
    expect(suites).not.toContain('test/unit/contract/day.test.ts');
  });

  it('also those that look at files by themselves, also when what changed is gone', async () => {
    expect(await after('src/gone.ts')).toContain('test/unit/scripts/inputs.test.ts');
  });

  it('all of them, where they read something without importing it or nothing is as it was', async () => {
    const all = await suitesOf({ projects: ['unit'], reads: [] });
    expect(all.length).toBeGreaterThan(50);
    expect(await after('demo/books.csv')).toEqual(all);
    expect(await after('tsconfig.json')).toEqual(all);
  });

  it('none, where only words changed', async () => {
    expect(await after('README.md', 'docs/operating.md')).toEqual([]);
  });
});
