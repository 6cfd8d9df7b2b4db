/** Something the operator must put right; the message is in Chinese and says what to do. */
export class OperatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OperatorError';
  }
}

/** The command line cannot be understood. */
export class UsageError extends OperatorError {}
