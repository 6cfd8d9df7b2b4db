import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/lib/paths';
import { runCommand, stackTrace } from '../../support/command';

/** Every command of package.json goes through these tests by itself: a new one is tested as soon as it is there. */
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };
const commands = Object.keys(scripts).filter((name) => !name.includes(':'));
/** What makes a command line complete but for what is tested; absent: nothing. */
const needed: Partial<Record<string, string[]>> = { import: ['books', 'none.csv'] };
/** Commands that take words, with the refusal of one that is none of theirs. */
const words: Partial<Record<string, RegExp>> = {
  format: /nowhere/,
  import: /不能导入 “nowhere”/,
  test: /没有 “nowhere” 这个层/,
  build: /没有 “nowhere” 这个部分/,
};

jest.setTimeout(60_000);

it('every command of package.json is a file of scripts/ and goes through the one entry', () => {
  const files = readdirSync(inRoot('scripts')).flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []));
  expect([...commands].sort()).toEqual(files.sort());
  // What stands behind a colon makes a second name of the same command: audit:verify.
  for (const [name, line] of Object.entries(scripts)) expect(line).toBe(`node scripts/run.cjs ${name.split(':')[0]}`);
});

describe.each(commands)('%s', (name) => {
  let help = '';

  async function refused(args: readonly string[], about: RegExp, env?: Record<string, string>): Promise<void> {
    const { code, output } = await runCommand(name, args, env);
    expect(output).toMatch(about);
    expect(output).toMatch(/[\u4e00-\u9fff]/);
    expect(output).not.toMatch(stackTrace);
    expect(output).not.toMatch(/^[…✓] /m);
    expect([1, 2]).toContain(code);
  }

  it('answers --help in Chinese with 0, and does nothing else', async () => {
    const ended = await runCommand(name, [...(needed[name] ?? []), '--help']);
    help = ended.output;
    expect(ended.code).toBe(0);
    expect(help).toMatch(/用法：/);
    expect(help).toMatch(/npm (run )?\w+ --/);
    expect(help).toMatch(/--help +显示本说明/);
    expect(help).not.toMatch(/^[…✓] /m);
  });

  it('refuses by name an option that it does not have', () =>
    refused([...(needed[name] ?? []), '--no-such-option'], /没有.*--no-such-option/));

  it('refuses by name a word that it does not take', () => refused(['nowhere'], words[name] ?? /“nowhere”/));

  it('refuses what npm kept for itself instead of going on without it', async () => {
    const [option = 'help'] = [...help.matchAll(/^ +--([a-z-]+)/gm)].map(([, each = '']) => each);
    const kept = { [`npm_config_${option.replaceAll('-', '_')}`]: 'true' };
    await refused(needed[name] ?? [], new RegExp(`npm 把 --${option} 当成了它自己的选项`), kept);
  });
});

it('an unknown command is refused with those there are', async () => {
  const ended = await runCommand('strat', []);
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.output).toContain('没有 “strat” 这个命令');
  expect(ended.output).toContain('start、test');
});
