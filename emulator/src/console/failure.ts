/** A refusal of the console's API; the message is Chinese and says what to do. */
export class ConsoleError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** More for the page, such as the document as it is now. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ConsoleError';
  }
}

export const badRequest = (message: string): ConsoleError => new ConsoleError(400, 'BAD_REQUEST', message);
