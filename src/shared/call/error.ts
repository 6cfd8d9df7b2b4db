import { errorMessages, type ErrorCode, type FieldError } from '@contract/errors';

/** `OFFLINE`: the reply never came, so the command may or may not have happened. */
export type CallErrorCode = ErrorCode | 'OFFLINE';

/** A call that gave no data. `message` is Chinese and meant for the person. */
export class CallError extends Error {
  constructor(
    readonly code: CallErrorCode,
    message: string = code === 'OFFLINE' ? '现在连不上网络。' : errorMessages[code],
    readonly fields?: FieldError[],
    readonly requestId?: string,
  ) {
    super(message);
    this.name = 'CallError';
  }
}

/** What was thrown, as a CallError; anything unexpected is an INTERNAL. */
export const asCallError = (thrown: unknown): CallError =>
  thrown instanceof CallError ? thrown : new CallError('INTERNAL');

/** Codes that say "perhaps later", not "no": the same command may be sent again. */
const passing: readonly CallErrorCode[] = ['OFFLINE', 'BUSY', 'INTERNAL', 'RATE_LIMITED', 'CLIENT_TOO_OLD', 'UPDATING'];
export const isPassing = (code: CallErrorCode): boolean => passing.includes(code);

/** The message for one field of a form, or for a part of it, by its path in dots. */
export const fieldMessage = (error: CallError | null, path: string): string | undefined =>
  error?.fields?.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
