/** A failure the operator can act on: shown as one Chinese message, without a stack trace. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OperatorError';
  }
}

let stream: NodeJS.WriteStream = process.stdout;

/** From now on people are spoken to on stderr, so that stdout holds nothing but the result for a machine. */
export function leaveStdoutToResult(): void {
  stream = process.stderr;
}

export const say = (line = ''): void => void stream.write(`${line}\n`);

/** Whole and tenth seconds since `started` (epoch ms), such as `3.2 秒`. */
export const since = (started: number): string => `${((Date.now() - started) / 1000).toFixed(1)} 秒`;

/** Shows what is under way and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  say(`… ${name}`);
  const result = await work();
  say(`✓ ${name}（${since(started)}）`);
  return result;
}

/**
 * Runs a command's main function; its return value is the exit code. An OperatorError ends the command with exit code 1
 * and its message; anything else is a fault of ours and shows its stack.
 */
export function command(main: (args: string[]) => Promise<number>): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      if (isForOperator(error)) console.error(`\n✗ ${error.message}`);
      else console.error(error);
      process.exitCode = 1;
    },
  );
}

/** The emulator has such an error of its own; it must not import ours, nor we its classes for every command. */
const operatorErrors = new Set(['OperatorError', 'FolderError']);

export const isForOperator = (error: unknown): error is Error =>
  error instanceof Error && operatorErrors.has(error.name);
