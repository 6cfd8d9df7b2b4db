import { readFileSync } from 'node:fs';
import { parseCommandLine } from '../../../src/cli/command-line';
import { USAGE } from '../../../src/cli/usage';
import { UsageError } from '../../../src/operator-error';
import { VERSION } from '../../../src/version';
import { inHouse } from '../../../scripts/paths';

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

test('without a word it serves, with the latency of development', () => {
  expect(parseCommandLine([])).toMatchObject({
    command: 'serve',
    options: { port: 8399, dataDir: '.data', log: 'text', latencyMs: 20, logCalls: false, mediaDelayMs: 3000 },
    state: { replace: false, force: false },
  });
});

test('takes every option', () => {
  const line =
    '--port 0 --data d --schema s --functions f --personas p --wechat v --static w --env dev --latency 7 --json ' +
    '--import i --replace --export-on-exit e --force';
  expect(parseCommandLine(words(line))).toEqual({
    command: 'serve',
    options: {
      port: 0,
      dataDir: 'd',
      schema: 's',
      functions: 'f',
      personas: 'p',
      wechat: 'v',
      static: 'w',
      env: 'dev',
      latencyMs: 7,
      log: 'json',
      logCalls: true,
      mediaDelayMs: 3000,
    },
    state: { importFrom: 'i', replace: true, exportOnExit: 'e', force: true },
  });
  expect(parseCommandLine(['--quiet'])).toMatchObject({ options: { log: 'quiet', logCalls: false } });
  expect(parseCommandLine(['--verbose'])).toMatchObject({ options: { log: 'text', logCalls: true } });
});

test('exec has no latency, any free port and a temporary folder unless asked, and leaves the command alone', () => {
  expect(parseCommandLine(words('exec --env e -- npx jest --json -- x --help'))).toMatchObject({
    command: 'exec',
    options: { port: 0, dataDir: undefined, latencyMs: 0, env: 'e', log: 'text' },
    run: ['npx', 'jest', '--json', '--', 'x', '--help'],
  });
  expect(parseCommandLine(words('exec --port 9 --data d --latency 20 -- x'))).toMatchObject({
    options: { port: 9, dataDir: 'd', latencyMs: 20 },
  });
});

test('export, import and verify work on a folder', () => {
  expect(parseCommandLine(words('export out --data d --force'))).toEqual({
    command: 'export',
    dir: 'out',
    dataDir: 'd',
    env: undefined,
    force: true,
  });
  expect(parseCommandLine(words('import out'))).toEqual({
    command: 'import',
    dir: 'out',
    dataDir: '.data',
    replace: false,
  });
  expect(parseCommandLine(words('verify --data d'))).toEqual({ command: 'verify', dataDir: 'd' });
});

test('help and version are answered whatever else is asked', () => {
  expect(parseCommandLine(['-h', '--port', '1'])).toEqual({ command: 'help' });
  expect(parseCommandLine(['export', '--help'])).toEqual({ command: 'help' });
  expect(parseCommandLine(['--version'])).toEqual({ command: 'version' });
});

test.each([
  ['--port'],
  ['--port ='],
  ['--port 1e3'],
  ['--port 65536'],
  ['--latency 1.5'],
  ['--x'],
  ['x'],
  ['--quiet --verbose'],
  ['--replace'],
  ['--force'],
  ['exec'],
  ['exec npx jest'],
  ['exec --'],
  ['export'],
  ['export a b'],
  ['export a --port 1'],
  ['import'],
  ['import a --force'],
  ['verify a'],
])('refuses %s', (line) => expect(() => parseCommandLine(words(line))).toThrow(UsageError));

test('the explanation names every option and every exit code', () => {
  const options =
    '--port --data --schema --functions --personas --wechat --static --env --latency --import --export-on-exit';
  for (const option of words(`${options} --json --verbose --quiet --force --replace --help --version`))
    expect(USAGE).toContain(option);
  for (const code of ['125', '126', '127']) expect(USAGE).toContain(code);
});

test('the version is the package’s', () => {
  const { version } = JSON.parse(readFileSync(inHouse('package.json'), 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
});
