import type { CollectionName } from '../../../cloudfunctions/schema';

/** What counts calls and records them: written by refusals too. */
const bookkeeping: readonly string[] = ['limits', 'denials', 'audit'] satisfies CollectionName[];

/** One database call, as the local cloud records it. */
interface Call {
  action: string;
  collection?: string;
  returned?: number;
}

const writes = /^database\.(insert|modify|remove)/;

/** The collections in which these database calls changed something, beside those that count calls and record them. */
export const writtenIn = (calls: readonly Call[]): string[] => [
  ...new Set(calls.filter((call) => effectiveWrites([call]) > 0).flatMap(({ collection = '' }) => collection)),
];

/** Documents that these database calls added, changed or removed, beside those that count calls and record them. */
export const effectiveWrites = (calls: readonly Call[]): number =>
  calls
    .filter(({ action, collection }) => writes.test(action) && !bookkeeping.includes(collection ?? ''))
    .reduce((sum, { returned = 0 }) => sum + returned, 0);
