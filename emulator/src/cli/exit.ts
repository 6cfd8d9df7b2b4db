import { describeError } from '../log';
import { OperatorError, UsageError } from '../operator-error';
import { FolderError } from '../store/error';

/** How a command ends. */
export const Exit = {
  /** Done, or stopped as asked. */
  OK: 0,
  /** It could not run, or could not finish. */
  FAILED: 1,
  /** The command line is wrong. */
  USAGE: 2,
  /** `exec`: the emulator could not start, so the command never ran; the number is the one of `env` and `docker`. */
  NOT_STARTED: 125,
  /** `exec`: the command cannot be run. */
  NOT_EXECUTABLE: 126,
  /** `exec`: there is no such command. */
  NOT_FOUND: 127,
  /** `exec`: the command was ended by a signal, whose number is added. */
  SIGNALLED: 128,
} as const;

/** Tells the operator what went wrong; an error of the operator's needs no stack. Gives the exit code. */
export function reportFailure(error: unknown): number {
  const expected = error instanceof OperatorError || error instanceof FolderError;
  process.stderr.write(`${expected ? error.message : describeError(error)}\n`);
  if (!(error instanceof UsageError)) return Exit.FAILED;
  process.stderr.write('用 --help 查看用法\n');
  return Exit.USAGE;
}
