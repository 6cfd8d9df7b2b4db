/** A data folder that cannot be used; the message is for the operator, in Chinese, and says what to do. */
export class FolderError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderError';
  }
}

/** Another program uses the database file; nothing is wrong with it. */
export class FolderBusyError extends FolderError {}
