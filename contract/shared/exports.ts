import * as v from 'valibot';
import { exportFormats, exportStates } from './exports/constants';
import { id } from './values';

/** A file that somebody has asked for, as he sees it. */
export const download = v.object({
  id,
  title: v.string(),
  fileName: v.string(),
  format: v.picklist(exportFormats),
  state: v.picklist(exportStates),
  /** How far it has come; `all` is null while nobody knows. Null when it is over. */
  progress: v.nullable(v.object({ done: v.number(), all: v.nullable(v.number()) })),
  /** Rows in it; they go into the audit with its id. */
  rows: v.number(),
  /** Bytes; null until it is made. */
  size: v.nullable(v.number()),
  askedAt: v.number(),
  expiresAt: v.number(),
});
export type Download = v.InferOutput<typeof download>;
