import { parseArgs } from 'node:util';
import { UsageError } from '../operator-error';
import { DEFAULT_PORT, type EmulatorOptions } from '../options';

/** Milliseconds added to a database call while a person develops: round trips on the cloud cost about as much. */
export const DEVELOPMENT_LATENCY_MS = 20;

/** Milliseconds until a verdict on a picture or sound is pushed while a person develops; on the cloud, up to 30 min. */
export const DEVELOPMENT_MEDIA_DELAY_MS = 3000;

/** What a running emulator does with state besides keeping it in its folder. */
export interface StateOptions {
  /** Export to begin with. */
  importFrom?: string;
  /** With `importFrom`: what the data folder holds gives way. */
  replace: boolean;
  /** Where to export to when the emulator stops. */
  exportOnExit?: string;
  /** With `exportOnExit`: an earlier export there gives way. */
  force: boolean;
}

/** What the command line asks for. */
export type CommandLine =
  | { command: 'help' | 'version' }
  | { command: 'serve'; options: EmulatorOptions; state: StateOptions }
  /** `dataDir` is absent where a temporary folder is wanted. */
  | {
      command: 'exec';
      options: Omit<EmulatorOptions, 'dataDir'> & { dataDir?: string };
      state: StateOptions;
      run: [string, ...string[]];
    }
  | { command: 'export'; dir: string; dataDir: string; env?: string; force: boolean }
  | { command: 'import'; dir: string; dataDir: string; replace: boolean }
  | { command: 'verify'; dataDir: string };

const running = [
  'port',
  'data',
  'schema',
  'functions',
  'cloudbaserc',
  'personas',
  'wechat',
  'static',
  'origin',
  'env',
  'latency',
];
const runningFlags = ['json', 'quiet', 'verbose', 'replace', 'force'];
const state = ['import', 'export-on-exit'];

/** Options of each command: those with a value, and those without. */
const ACCEPTED: Readonly<Record<string, { values: readonly string[]; flags: readonly string[] }>> = {
  serve: { values: [...running, ...state], flags: runningFlags },
  exec: { values: [...running, ...state], flags: runningFlags },
  export: { values: ['data', 'env'], flags: ['force'] },
  import: { values: ['data'], flags: ['replace'] },
  verify: { values: ['data'], flags: [] },
};

const DEFAULT_DATA = '.data';

interface Parsed {
  values: Partial<Record<string, string>>;
  flags: ReadonlySet<string>;
  positionals: string[];
}

/** Understands the command line; throws UsageError, in Chinese. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const named = argv[0] !== undefined && Object.hasOwn(ACCEPTED, argv[0]) ? argv[0] : undefined;
  const command = named ?? 'serve';
  const rest = named === undefined ? argv : argv.slice(1);
  const dashes = command === 'exec' ? rest.indexOf('--') : -1;
  const { values, flags, positionals } = parse(command, dashes === -1 ? rest : rest.slice(0, dashes));
  if (flags.has('help')) return { command: 'help' };
  if (flags.has('version')) return { command: 'version' };
  const dataDir = values.data ?? DEFAULT_DATA;
  switch (command) {
    case 'export':
      return { command, dir: onlyFolder(command, positionals), dataDir, env: values.env, force: flags.has('force') };
    case 'import':
      return { command, dir: onlyFolder(command, positionals), dataDir, replace: flags.has('replace') };
    case 'verify':
      none(positionals);
      return { command, dataDir };
    case 'exec': {
      const [program, ...args] = dashes === -1 ? [] : rest.slice(dashes + 1);
      none(positionals);
      if (program === undefined) throw new UsageError('exec 需要一条命令，写在 -- 之后，例如：exec -- npx jest');
      // Tests want an answer, not the feel of a network, and a port that is free.
      const options = { ...emulatorOptions(values, flags, 0, 0), dataDir: values.data };
      return { command, options, state: stateOptions(values, flags), run: [program, ...args] };
    }
    default:
      none(positionals);
      return {
        command: 'serve',
        options: {
          ...emulatorOptions(values, flags, DEFAULT_PORT, DEVELOPMENT_LATENCY_MS),
          mediaDelayMs: DEVELOPMENT_MEDIA_DELAY_MS,
          dataDir,
        },
        state: stateOptions(values, flags),
      };
  }
}

function parse(command: string, args: readonly string[]): Parsed {
  const accepted = ACCEPTED[command] ?? { values: [], flags: [] };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(accepted.values.map((name) => [name, { type: 'string' as const }])),
        ...Object.fromEntries(accepted.flags.map((name) => [name, { type: 'boolean' as const }])),
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
    const entries = Object.entries(values as Record<string, string | boolean>);
    return {
      values: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
      flags: new Set(entries.flatMap(([name, value]) => (value === true ? [name] : []))),
      positionals,
    };
  } catch (error) {
    throw new UsageError(`无法识别的命令行：${reasonOf(error as Error & { code?: string })}`);
  }
}

/** Node says what is wrong with a command line in English; its codes and the quoted option are all that is needed. */
function reasonOf({ code, message }: Error & { code?: string }): string {
  const option = /'(--?[^\s'=]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option}`;
  return message.includes('does not take') ? `选项 ${option} 不带值` : `选项 ${option} 缺少值`;
}

function emulatorOptions(
  values: Parsed['values'],
  flags: Parsed['flags'],
  port: number,
  latencyMs: number,
): Omit<EmulatorOptions, 'dataDir'> {
  if (flags.has('quiet') && flags.has('verbose')) throw new UsageError('--quiet 与 --verbose 不能同时使用');
  const log = flags.has('quiet') ? 'quiet' : flags.has('json') ? 'json' : 'text';
  return {
    port: integer('--port', values.port, 65_535) ?? port,
    schema: values.schema,
    functions: values.functions,
    cloudbaserc: values.cloudbaserc,
    personas: values.personas,
    wechat: values.wechat,
    static: values.static,
    origins: values.origin?.split(','),
    env: values.env,
    latencyMs: integer('--latency', values.latency, 60_000) ?? latencyMs,
    log,
    logCalls: flags.has('verbose') || log === 'json',
  };
}

function stateOptions(values: Parsed['values'], flags: Parsed['flags']): StateOptions {
  if (flags.has('replace') && values.import === undefined) throw new UsageError('--replace 只与 --import 一起使用');
  if (flags.has('force') && values['export-on-exit'] === undefined) {
    throw new UsageError('--force 只与 --export-on-exit 一起使用');
  }
  return {
    importFrom: values.import,
    replace: flags.has('replace'),
    exportOnExit: values['export-on-exit'],
    force: flags.has('force'),
  };
}

function onlyFolder(command: string, positionals: readonly string[]): string {
  const [dir, ...others] = positionals;
  if (dir === undefined || dir === '') throw new UsageError(`${command} 需要一个目录，例如：${command} 备份目录`);
  none(others);
  return dir;
}

function none(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`无法识别的命令行：多余的参数“${positionals.join(' ')}”`);
}

function integer(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new UsageError(`${option} 应为 0 到 ${most} 之间的整数，现在是“${text}”`);
}
