import * as v from 'valibot';
import {
  IMPORT_DECISIONS_MAX,
  IMPORT_MAX_BYTES,
  IMPORT_PART_BYTES,
  importItemStates,
  importStates,
  importVerdicts,
} from './imports/constants';
import { id, key, text, whole } from './values';

/** What is told before the first part of a file. */
export const importFile = {
  fileName: text(120, '文件名'),
  size: whole(1, IMPORT_MAX_BYTES, '文件大小'),
};

const PART_LENGTH = Math.ceil(IMPORT_PART_BYTES / 3) * 4;

/** One part of a file; all but the last are of the same length. */
export const importPart = {
  index: whole(0, Math.ceil(IMPORT_MAX_BYTES / IMPORT_PART_BYTES) - 1, '第几部分'),
  base64: v.pipe(
    v.string(),
    v.maxLength(PART_LENGTH, '一次传得太多'),
    v.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, '文件内容有误'),
  ),
};

/** `new`, `keep`, or a word and the id of what it is: `is-JC-05`. */
const choice = key(/^[a-z]{1,10}(-[A-Za-z0-9_-]{1,80})?$/);

/** The id of a row of a preview. */
const itemId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,80}:\d{1,6}:\d{5}$/, '编号有误'));

export const importDecisions = v.pipe(
  v.array(v.strictObject({ id: itemId, choice })),
  v.minLength(1, '请先选择'),
  v.maxLength(IMPORT_DECISIONS_MAX, `一次最多决定 ${IMPORT_DECISIONS_MAX} 行`),
);

const counts = v.object({
  added: v.number(),
  changed: v.number(),
  missing: v.number(),
  ambiguous: v.number(),
  same: v.number(),
  wrong: v.number(),
});

/** An import as its page shows it. */
export const importView = v.object({
  id,
  fileName: v.string(),
  state: v.picklist(importStates),
  at: v.number(),
  /** Parts of the file that are there, and how many it has. */
  received: v.number(),
  parts: v.number(),
  /** Rows of the file; 0 until it is read. */
  rows: v.number(),
  /** Why nothing of the file could be read; null where rows are wrong, or nothing is. */
  problem: v.nullable(v.string()),
  /** What the reader of the file did that its user may not expect. */
  notes: v.array(v.string()),
  counts,
  /** What is to be done, what was done of it, and what had to be left. */
  all: v.number(),
  done: v.number(),
  left: v.number(),
  /** Until when it can be carried out or undone, whichever is next; null where neither can be. */
  until: v.nullable(v.number()),
});
export type ImportView = v.InferOutput<typeof importView>;

/** One row of a preview. */
export const importItem = v.object({
  id: v.string(),
  /** In the file; 0 where it is not in it. */
  line: v.number(),
  verdict: v.picklist(importVerdicts),
  name: v.string(),
  /** What changes; of a row that is wrong the column and what is wrong, and how to mend it. */
  changes: v.array(v.object({ field: v.string(), from: v.string(), to: v.string() })),
  note: v.string(),
  choices: v.array(v.object({ choice: v.string(), label: v.string() })),
  decision: v.nullable(v.string()),
  state: v.picklist(importItemStates),
  /** Why it was left as it is. */
  why: v.string(),
});
export type ImportItem = v.InferOutput<typeof importItem>;
