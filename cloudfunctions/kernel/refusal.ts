import type { ErrorCode, FieldError } from '../../contract/errors';

/** What may be said beside the code of a refusal. */
export interface Said {
  /** In Chinese and more exact than the one of the closed list (`contract/errors.ts`). */
  message?: string | undefined;
  /** Where the input is wrong. */
  fields?: FieldError[] | undefined;
}

/** A refusal on its way to the reply. Made by `refuse.ts` alone. */
export class Refusal extends Error {
  readonly said: Said;

  constructor(
    readonly code: ErrorCode,
    said: Said = {},
  ) {
    super(said.message ?? code);
    this.name = 'Refusal';
    this.said = said;
  }
}
