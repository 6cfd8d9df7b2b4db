import { parseCommandLine } from './command-line';
import { reportFailure } from './exit';

/**
 * For a program that prepares something before it hands a command line on: tells the operator what is wrong with it and
 * gives the exit code; `undefined` when it will be understood.
 */
export function commandLineFault(args: readonly string[]): number | undefined {
  try {
    parseCommandLine(args);
    return undefined;
  } catch (error) {
    return reportFailure(error);
  }
}
