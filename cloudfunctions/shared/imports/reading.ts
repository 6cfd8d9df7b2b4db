import type { Others } from '../../kernel/others';
import { readSheet } from '../sheets/public';
import { SheetFault } from '../sheets/rules/fault';
import type { ImportDatabase } from './collections';
import type { ImportKind } from './kind';
import { itemDoc, noCounts, partsOf, planOf, totals, wrongItems } from './rules/import';
import type { ImportDoc, PlannedItem } from './shape';
import { addItems, choicesOf, fileOf, forgetPlan, keepRows, rowsOf } from './store';

/** What came of a step: the file could not be used, or there is more to do. */
type Read = 'wrong' | 'read';

/** Reads the file that was uploaded, and keeps its rows where every one of them is right. */
export async function readFile(db: ImportDatabase, kind: ImportKind, doc: ImportDoc): Promise<Read> {
  const seen = { _id: doc._id, state: 'reading' } as const;
  try {
    const bytes = await fileOf(db, doc, partsOf(doc.size));
    if (bytes === undefined) throw new SheetFault('文件没有传完整，请重新选择文件。');
    const table = await readSheet(bytes, doc.fileName);
    const checked = kind.check(table);
    const rows = table.rows.length;
    if (!checked.ok) {
      const items = wrongItems(checked.problems);
      await addItems(db, docsOf(doc, items));
      const wrong = new Set(checked.problems.map(({ line }) => line)).size;
      await db.imports.update(seen, { set: { state: 'wrong', rows, counts: { ...noCounts(), wrong } } });
      return 'wrong';
    }
    const unused = checked.unused.length > 0 ? [`没有用到的列：${checked.unused.join('、')}`] : [];
    await keepRows(db, doc, checked.rows);
    await db.imports.update(seen, { set: { rows, notes: [...table.notes, ...unused] } });
    return 'read';
  } catch (error) {
    if (!(error instanceof SheetFault)) throw error;
    await db.imports.update(seen, { set: { state: 'wrong', problem: error.message } });
    return 'wrong';
  }
}

const docsOf = (doc: ImportDoc, items: readonly PlannedItem[]) =>
  items.map((item, index) => itemDoc(planOf(doc), item, index, doc.expiresAt));

/** Compares the rows with what is there, by what was decided so far, and says what would be done. */
export async function makePlan(db: ImportDatabase, others: Others, kind: ImportKind, doc: ImportDoc): Promise<void> {
  const [rows, choices] = await Promise.all([rowsOf(db, doc), choicesOf(db, doc)]);
  const items = await kind.plan(others, rows, { orgId: doc.orgId, choices });
  await addItems(db, docsOf(doc, items));
  const state = items.some(({ verdict }) => verdict === 'wrong') ? 'wrong' : 'ready';
  const { counts, all } = totals(items);
  const planned = { _id: doc._id, state: 'reading', plan: doc.plan } as const;
  await db.imports.update(planned, { set: { state, counts, all, done: 0, left: 0 } });
  await forgetPlan(db, doc);
}
