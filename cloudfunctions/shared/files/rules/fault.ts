export type FaultCode = 'FILE_KIND' | 'FILE_TOO_LARGE' | 'FILE_BROKEN';

/** A file is not what it says, is damaged, or would do harm; `words` are for whoever uploaded it. */
export class FileFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly words?: string,
  ) {
    super(code);
  }
}

/** Ends the check of a file whose structure does not hold. */
export function broken(): never {
  throw new FileFault('FILE_BROKEN');
}
