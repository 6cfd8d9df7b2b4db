import { calculateObjectSize } from 'bson';
import type { WireError } from '../service';
import { isPlain } from './values/values';

/** What MongoDB lets one stage of a query hold, in bytes. */
export const STAGE_BYTES = 100 * 1024 * 1024;

/** What MongoDB lets one document of a result take: 16 MB, and some for what is around it. */
export const RESULT_BYTES = 16 * 1024 * 1024 + 16 * 1024;

/**
 * Counts what a stage holds, so that a query the cloud would refuse is refused here too, and does not take all memory.
 * What a document takes here is some multiple of its size as BSON, which is what is counted.
 */
export class Room {
  private held = 0;

  constructor(
    readonly limit: number,
    private readonly refusal: (limit: number) => WireError,
  ) {}

  /** Takes up so many bytes, or gives them back. Throws DATABASE_REQUEST_FAILED above the limit. */
  hold(bytes: number): void {
    this.held += bytes;
    this.check(this.held);
  }

  /** Throws DATABASE_REQUEST_FAILED for more bytes than there is room for. */
  check(bytes: number): void {
    if (bytes > this.limit) throw this.refusal(this.limit);
  }
}

/** The bytes of a value as BSON; nothing for what is missing. */
export function sizeOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return 8;
    case 'string':
      return 5 + Buffer.byteLength(value);
    case 'boolean':
      return 1;
    default:
      if (value === undefined || value === null) return 0;
      return isPlain(value) ? calculateObjectSize(value) : calculateObjectSize({ '': value }) - EMPTY;
  }
}

/** A document of one field without a name, apart from its value. */
const EMPTY = calculateObjectSize({ '': null });
