import { outputClosed } from './signal';

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

/** A reader that left, a full disk under a log file or a terminal that is gone must not end the work half-way. */
export function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', outputClosed);
}

export const say = (line = ''): void => void stream.write(`${line}\n`);

/** Why a command ends without its result. */
export const complain = (message: string): void => void process.stderr.write(`\n✗ ${message}\n`);

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
