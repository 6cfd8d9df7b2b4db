import { EXPORT_ROWS_MAX } from '../../../contract/shared/exports/constants';
import type { Files } from '../../kernel/files';
import type { Others } from '../../kernel/others';
import type { Collection } from '../../kernel/port';
import { writeCsv, writeSheet } from '../sheets/public';
import type { OutCell, OutSheet } from '../sheets/rules/out';
import { filePath, partPath } from './rules/request';
import { cellsOf, sheetOf } from './rules/table';
import { sheetHtml, sheetJson } from './rules/text';
import type { AnyExport, ExportDoc } from './shape';

/** Where the making of a file stands; `next` is null when all rows have been read. */
export type Making = { next: string | null; parts: number; rows: number };

/** What one part may weigh: far more than a few hundred rows do. */
const PART_MAX = 32 * 1024 * 1024;

export interface Place {
  readonly exports: Collection<ExportDoc>;
  readonly others: Others;
  readonly files: Files;
  readonly now: number;
}

/** Reads the next rows and lays them down as a part; again it lays down the same part. */
export async function readPart(
  { exports, others, files, now }: Place,
  definition: AnyExport,
  doc: ExportDoc,
  at: Making | undefined,
): Promise<Making> {
  const { parts, rows } = at ?? { parts: 0, rows: 0 };
  const cursor = at?.next ?? undefined;
  const page = await definition.rows(others, doc.params, { cursor, now, sight: doc.sight });
  const path = partPath(doc, parts);
  const cells = page.rows.slice(0, EXPORT_ROWS_MAX - rows).map((row) => cellsOf(definition, doc.sight, row));
  // Named before it is there, so that no part is left behind that nothing names.
  const count = rows + cells.length;
  await exports.update(
    { _id: doc._id, state: 'making' },
    { set: { rows: count, all: page.all ?? doc.all }, addToSet: { parts: [path] } },
  );
  await files.put(path, Buffer.from(JSON.stringify(cells), 'utf8'));
  const next = count < EXPORT_ROWS_MAX ? page.next : null;
  return { next, parts: parts + 1, rows: count };
}

async function readRows(files: Files, doc: ExportDoc, parts: number): Promise<OutCell[][]> {
  const rows: OutCell[][] = [];
  for (let index = 0; index < parts; index += 1) {
    const content = await files.read(partPath(doc, index), PART_MAX);
    if (typeof content === 'string') throw new Error(`a part of an export is ${content}`);
    for (const row of JSON.parse(content.toString('utf8')) as OutCell[][]) rows.push(row);
  }
  return rows;
}

/** The bytes of a sheet in the form that was asked for. */
function written(sheet: OutSheet, format: ExportDoc['format']): Promise<Buffer> | Buffer {
  if (format === 'csv') return writeCsv(sheet);
  if (format === 'json') return Buffer.from(sheetJson(sheet), 'utf8');
  if (format === 'html') return Buffer.from(sheetHtml(sheet), 'utf8');
  return writeSheet(sheet);
}

const CUT = `只导出了前 ${EXPORT_ROWS_MAX} 行，请分部分导出其余的。`;

/** Puts the parts together. */
export async function putTogether(
  place: Place,
  definition: AnyExport,
  doc: ExportDoc,
  { parts, rows: count }: Making,
): Promise<void> {
  const rows = await readRows(place.files, doc, parts);
  const notes = (await definition.notes?.(place.others, doc.params)) ?? [];
  const cut = count < EXPORT_ROWS_MAX ? [] : [CUT];
  const bytes = await written(sheetOf(definition, doc, { rows, notes: [...notes, ...cut] }), doc.format);
  await layDown(place, doc, { bytes, rows: count });
}

/** Lays the file down and says that it is ready; then its parts go. */
export async function layDown(
  { exports, files }: Pick<Place, 'exports' | 'files'>,
  doc: Pick<ExportDoc, '_id' | 'format'>,
  { bytes, rows }: { bytes: Buffer; rows: number },
): Promise<void> {
  const path = filePath(doc);
  await exports.update({ _id: doc._id }, { set: { path } });
  await files.put(path, bytes);
  const [before] = await exports.find({ _id: doc._id }, { limit: 1, fields: ['parts'] });
  await exports.update({ _id: doc._id }, { set: { state: 'ready', rows, size: bytes.length, parts: [] } });
  await files.remove(before?.parts ?? []);
}
