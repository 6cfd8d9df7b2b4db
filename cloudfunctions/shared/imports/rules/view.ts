import type { ImportItem, ImportView } from '../../../../contract/shared/imports';
import type { ImportDoc, ImportItemDoc } from '../shape';
import { partsOf, untilOf } from './import';

export const viewOfImport = (doc: ImportDoc, now: number): ImportView => ({
  id: doc._id,
  fileName: doc.fileName,
  state: doc.state,
  at: doc.at,
  received: doc.received,
  parts: partsOf(doc.size),
  rows: doc.rows,
  problem: doc.problem,
  notes: doc.notes,
  counts: doc.counts,
  all: doc.all,
  done: doc.done,
  left: doc.left,
  until: untilOf(doc, now),
});

export const viewOfItem = (item: ImportItemDoc): ImportItem => ({
  id: item._id,
  line: item.line,
  verdict: item.verdict,
  name: item.name,
  changes: item.changes.map((change) => ({ ...change })),
  note: item.note,
  choices: item.choices.map((choice) => ({ ...choice })),
  decision: item.decision,
  state: item.state,
  why: item.why,
});
