import { extensions } from '../../../contract/shared/files/constants';
import { EXPORT_WORK } from '../../domains/owndata/public';
import type { Files } from '../../kernel/files';
import type { Row } from '../../kernel/personal';
import type { Database } from '../../schema';
import { exportsOf, layDown, type ExportDoc } from '../../shared/exports/public';
import { partPath } from '../../shared/exports/rules/request';
import { exportStep, START, type Place } from '../../shared/subject/steps';
import { defineJob } from '../../shared/work/job';
import { dataOf } from './data';
import { packed, type Enclosed, type Section } from './pack';

/** Looks at parts and pages in one step. */
const LOOKS = 12;
/** What all enclosed files may weigh together, and one part of rows; what does not fit is named. */
const ENCLOSED_MAX = 60 * 1024 * 1024;
const PART_MAX = 32 * 1024 * 1024;
const FILES_MAX = 1000;

type Going = { place: Place | null; parts: number; rows: number };

/** Gathers what comes next of the member, and where to go on. */
async function gather(db: Database, files: Files, memberId: string, from: Place) {
  const pages: { as: string; rows: Row[] }[] = [];
  let place: Place | undefined = from;
  for (let looks = 0; looks < LOOKS && place !== undefined; looks += 1) {
    const found = await exportStep(dataOf(db, files), memberId, place);
    pages.push(...found.pages);
    place = found.next;
  }
  return { pages, place: place ?? null };
}

/** All rows of one heading together, in the order in which they were found. */
async function sectionsOf(files: Files, doc: ExportDoc, parts: number): Promise<Section[]> {
  const sections = new Map<string, Row[]>();
  for (let index = 0; index < parts; index += 1) {
    const content = await files.read(partPath(doc, index), PART_MAX);
    if (typeof content === 'string') throw new Error(`a part of an export is ${content}`);
    for (const { as, rows } of JSON.parse(content.toString('utf8')) as Section[]) {
      const known = sections.get(as) ?? [];
      for (const row of rows) known.push(row);
      sections.set(as, known);
    }
  }
  return [...sections].map(([as, rows]) => ({ as, rows }));
}

/** What the member uploaded, as long as there is room. */
async function enclosedOf(db: Database, files: Files, memberId: string): Promise<Enclosed[]> {
  const found = await db.files.find({ memberId, state: 'stored' }, { limit: FILES_MAX });
  let room = ENCLOSED_MAX;
  const enclosed: Enclosed[] = [];
  for (const { _id, kind, path } of found) {
    const content = path === null ? 'missing' : await files.read(path, room);
    const bytes = typeof content === 'string' ? null : content;
    room -= bytes?.length ?? 0;
    enclosed.push({ id: _id, name: `文件/${_id}.${extensions[kind][0]}`, kind, bytes });
  }
  return enclosed;
}

/** Makes the file of all that is stored of a member; the key is the id of the file. */
export const exportOwn = defineJob<Database, Going>({
  kind: EXPORT_WORK,
  async step(db, { key, cursor, now, others, files }) {
    const exports = exportsOf(others);
    const doc = await exports.get(key);
    if (doc === undefined || doc.state === 'ready') return { done: 'nothing to make' };
    const { place: from, parts, rows } = cursor ?? { place: START, parts: 0, rows: 0 };
    if (from !== null) {
      const { pages, place } = await gather(db, files, doc.memberId, from);
      const path = partPath(doc, parts);
      const count = rows + pages.reduce((sum, page) => sum + page.rows.length, 0);
      await exports.update({ _id: key, state: 'making' }, { set: { rows: count }, addToSet: { parts: [path] } });
      await files.put(path, Buffer.from(JSON.stringify(pages), 'utf8'));
      return { cursor: { place, parts: parts + 1, rows: count } };
    }
    const sections = await sectionsOf(files, doc, parts);
    const enclosed = await enclosedOf(db, files, doc.memberId);
    const bytes = packed({ sections, enclosed, watermark: doc.watermark, now });
    await layDown({ exports, files }, doc, { bytes, rows });
    return { done: `rows ${rows}` };
  },
});
