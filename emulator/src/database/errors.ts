import { WireError } from '../service';

/** Factories for the documented failures of the database; codes and texts follow the real cloud where known. */

/** Anything MongoDB itself refuses: bad operator, wrong type, a `$` key in a document. */
export function requestFailed(detail: string): WireError {
  return new WireError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${detail}`);
}

/** A sort would hold more than a stage may; the SDK has no way to allow a sort on disk. */
export function sortTooLarge(limit: number): WireError {
  return requestFailed(
    `Sort exceeded memory limit of ${limit} bytes, but did not opt in to external sorting. Add an index for the order, or a limit.`,
  );
}

/** Another stage would hold more than it may. */
export function stageTooLarge(stage: string): () => WireError {
  return () =>
    requestFailed(
      `Exceeded memory limit for ${stage}, but didn't allow external sort. Pass allowDiskUse:true to opt in.`,
    );
}

/** One accumulator would hold more than it may. */
export function accumulatorTooLarge(operator: string, limit: number): WireError {
  return requestFailed(`${operator} used too much memory and cannot spill to disk. Memory limit: ${limit} bytes`);
}

export function lookupTooLarge(from: string): (limit: number) => WireError {
  return (limit) =>
    requestFailed(`Total size of documents in ${from} matching pipeline's $lookup stage exceeds ${limit} bytes`);
}

export function graphTooLarge(): WireError {
  return requestFailed('$graphLookup reached maximum memory consumption');
}

export function facetTooLarge(limit: number): WireError {
  return requestFailed(`document constructed by $facet exceeds the limit of ${limit} bytes`);
}

export function resultTooLarge(bytes: number): WireError {
  return requestFailed(
    `BSONObj size: ${bytes} (0x${bytes.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`,
  );
}

/** The request itself is not in the shape the SDK sends. */
export function invalidParam(detail: string): WireError {
  return new WireError('INVALID_PARAM', `[InvalidParameter] ${detail}`);
}

/** A change that names no documents, in the cloud's words; they carry no prefix there. */
export const nothingNamed = (): WireError => new WireError('INVALID_PARAM', "param.query can't be empty");

export function collectionMissing(name: string): WireError {
  return new WireError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );
}

export function collectionExists(name: string): WireError {
  return new WireError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );
}

export function transactionConflict(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );
}

export function transactionGone(): WireError {
  return new WireError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
}

/** A plain write waited too long for a document locked by a transaction. */
export function lockTimeout(): WireError {
  return new WireError(
    'DATABASE_TIMEOUT',
    '[FailedOperation.Timeout] Waiting for a document locked by a transaction timed out.',
  );
}

const STORAGE_FAILURES: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full, nothing of this request was stored',
  SQLITE_IOERR: 'the disk failed, nothing of this request was stored',
  SQLITE_CORRUPT: 'the database file is damaged',
  SQLITE_NOTADB: 'the database file is damaged',
  SQLITE_READONLY: 'the database file cannot be written',
};

/** The documented form of a failure below the engine; undefined for others. */
export function storageFailure(error: unknown): WireError | undefined {
  const code = String((error as { code?: unknown }).code);
  const known = Object.keys(STORAGE_FAILURES).find((name) => code === name || code.startsWith(`${name}_`));
  return known ? new WireError('SYS_ERR', `[InternalError] ${STORAGE_FAILURES[known]} (${code})`) : undefined;
}

/** A unique index refused a write. Raised inside the engine; `duplicateWire` gives it the text of its command. */
export class DuplicateKey extends Error {
  constructor(
    readonly collection: string,
    readonly index: string,
    readonly key: string,
  ) {
    super(`E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: ${key}`);
    this.name = 'DuplicateKey';
  }
}

/** The wire form of a duplicate key, whose text depends on the kind of command (`insert` or `write`). */
export function duplicateWire(error: DuplicateKey, command: 'insert' | 'write'): WireError {
  const message =
    command === 'insert'
      ? `[FailedOperation.Insert] bulk write error: [{${error.message}}]`
      : `[FailedOperation.Update] multiple write errors: [{write errors: [{${error.message}}]}, {<nil>}]`;
  return new WireError('DATABASE_REQUEST_FAILED', message);
}
