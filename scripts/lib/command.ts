import { endChildren, killChildren } from './child';
import { explain } from './explain';
import { npmCommand, type Reader } from './options';
import { complain, OperatorError, outliveReaders, say } from './say';
import { onInterrupt, signalled } from './signal';

/**
 * Runs a command: answers `--help`, or understands the command line and runs `main`, whose value is the exit code. What
 * the operator can put right ends it with exit code 1 and a message; anything else is a fault of ours and shows its
 * stack. A signal that `main` does not wait for ends its children first, and gives 128 + n.
 */
export function command<Asked>(reader: Reader<Asked>, main: (asked: Asked) => Promise<number>): void {
  outliveReaders();
  onInterrupt((signal) => void interrupted(signal));
  const args = process.argv.slice(2);
  run(reader, main, args).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const message = explain(error);
      if (message === undefined) console.error(error);
      else complain(message);
      process.exitCode = 1;
    },
  );
}

async function run<Asked>(reader: Reader<Asked>, main: (asked: Asked) => Promise<number>, args: readonly string[]) {
  if (asksForHelp(args)) {
    say(reader.help.trimEnd());
    return 0;
  }
  refuseSwallowed(reader, args);
  return main(reader.read(args));
}

/** What stands behind `--` belongs to another program. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}

/**
 * npm takes an option before `--` for its own and only leaves it in the environment: `npm run import books FILE
 * --dry-run` would write.
 */
function refuseSwallowed({ name, help }: Reader<unknown>, args: readonly string[]): void {
  const names = new Set([...help.matchAll(/--([a-z][a-z-]+)/g)].map(([, option = '']) => option));
  for (const option of names) {
    const kept = process.env[`npm_config_${option.replaceAll('-', '_')}`];
    if (!kept || kept === 'false' || args.some((arg) => arg.split('=')[0] === `--${option}`)) continue;
    throw new OperatorError(
      `npm 把 --${option} 当成了它自己的选项。请把参数写在 -- 之后：${npmCommand(name)} -- --${option} …`,
    );
  }
}

async function interrupted(signal: NodeJS.Signals): Promise<void> {
  // Whoever asks a second time does not want to wait.
  onInterrupt(() => {
    killChildren();
    process.exit(signalled(signal));
  });
  await endChildren(signal);
  complain('已中断。没有做完的部分，下次运行会重新开始。');
  process.exit(signalled(signal));
}
