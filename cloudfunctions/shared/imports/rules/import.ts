import { DAY_MS } from '../../../../contract/durations';
import {
  IMPORT_APPLY_MS,
  IMPORT_PART_BYTES,
  IMPORT_UNDO_MS,
  type ImportItemState,
  importVerdicts,
} from '../../../../contract/shared/imports/constants';
import type { Problem } from '../../sheets/rules/table';
import type { Counts, ImportDoc, ImportItemDoc, PlannedItem } from '../shape';

const KEPT_MS = 7 * DAY_MS;
/** Most wrong cells that are shown; all of them are counted. */
const WRONG_SHOWN = 500;

export const noCounts = (): Counts =>
  Object.fromEntries(importVerdicts.map((verdict) => [verdict, 0])) as unknown as Counts;

interface Begun {
  id: string;
  kind: string;
  orgId: string;
  memberId: string;
  fileName: string;
  size: number;
}

/** An import before its first part. */
export const newImport = ({ id, ...begun }: Begun, now: number): ImportDoc => ({
  _id: id,
  ...begun,
  at: now,
  received: 0,
  state: 'uploading',
  plan: 0,
  rows: 0,
  problem: null,
  notes: [],
  counts: noCounts(),
  all: 0,
  done: 0,
  left: 0,
  expiresAt: now + KEPT_MS,
});

/** How many parts a file of so many bytes has. */
export const partsOf = (size: number): number => Math.ceil(size / IMPORT_PART_BYTES);

/** How many bytes a part must have; 0 where the file has no such part. */
export const bytesOfPart = (size: number, index: number): number =>
  Math.max(0, Math.min(IMPORT_PART_BYTES, size - index * IMPORT_PART_BYTES));

export const planOf = ({ _id, plan }: Pick<ImportDoc, '_id' | 'plan'>): string => `${_id}:${plan}`;

/** Wrong cells as items, in the order of the file; not more than anybody reads. */
export const wrongItems = (problems: readonly Problem[]): PlannedItem[] =>
  [...problems]
    .sort((one, other) => one.line - other.line)
    .slice(0, WRONG_SHOWN)
    .map(({ line, column, what, fix }, index) => ({
      key: `wrong-${index}`,
      line,
      verdict: 'wrong',
      name: '',
      changes: [{ field: column, from: what, to: fix }],
      note: '',
      choices: [],
      decision: null,
      rank: 0,
      act: null,
    }));

/** An item as it is stored; its id is always the same in one plan. */
export const itemDoc = (plan: string, item: PlannedItem, index: number, expiresAt: number): ImportItemDoc => ({
  ...item,
  _id: `${plan}:${String(index).padStart(5, '0')}`,
  plan,
  state: item.act === null ? 'none' : 'waiting',
  why: '',
  expiresAt,
});

/** What a plan comes to. */
export function totals(items: readonly PlannedItem[]): { counts: Counts; all: number } {
  const counts = noCounts();
  for (const { verdict } of items) counts[verdict] += 1;
  return { counts, all: items.filter(({ act }) => act !== null).length };
}

/** Until when it can be carried out, or be undone; null where neither can be. */
export function untilOf({ state, at, appliedAt, all }: ImportDoc, now: number): number | null {
  const until =
    state === 'ready' && all > 0
      ? at + IMPORT_APPLY_MS
      : state === 'applied' && appliedAt !== undefined
        ? appliedAt + IMPORT_UNDO_MS
        : 0;
  return until > now ? until : null;
}

/** How an item ends that was carried out or taken back. */
export const ending = (way: 'apply' | 'undo', done: boolean): ImportItemState =>
  way === 'apply' ? (done ? 'done' : 'left') : done ? 'undone' : 'kept';
