import { posix } from 'node:path';
import { type Archive, DamagedArchive } from './archive';
import { readXml } from './xml';

/** A worksheet as the workbook lists it. */
export interface Sheet {
  name: string;
  path: string;
  hidden: boolean;
}

export interface Workbook {
  /** Worksheets in the order of their tabs; chart sheets and the like are left out. */
  sheets: Sheet[];
  /** Paths of the parts that cells refer to. */
  sharedStrings: string | undefined;
  styles: string | undefined;
}

interface Relation {
  id: string;
  /** Last word of its type, such as `worksheet`. */
  type: string;
  path: string;
}

/** What the workbook consists of; `undefined` when the archive holds no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook | undefined> {
  const main = (await relations(archive, '')).find(({ type }) => type === 'officeDocument')?.path;
  if (main === undefined || !archive.has(main) || !main.endsWith('.xml')) return undefined;
  const related = await relations(archive, main);
  const worksheets = new Map(related.flatMap(({ id, type, path }) => (type === 'worksheet' ? [[id, path]] : [])));
  const sheets: Sheet[] = [];
  let isWorkbook = false;
  await readXml(archive.read(main), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name !== 'sheet') return;
      const path = worksheets.get(relationId(attributes));
      if (path === undefined) return;
      const { name: called = '', state = 'visible' } = attributes;
      sheets.push({ name: called, path, hidden: state !== 'visible' });
    },
  });
  if (!isWorkbook) return undefined;
  const partOf = (wanted: string) => related.find(({ type, path }) => type === wanted && archive.has(path))?.path;
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** `r:id`, whatever the prefix. */
const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** The parts that one part, or the archive for an empty path, refers to. */
async function relations(archive: Archive, path: string): Promise<Relation[]> {
  const folder = posix.dirname(path);
  const list = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
  if (!archive.has(list)) {
    if (path === '') return [];
    throw new DamagedArchive('no relations');
  }
  const found: Relation[] = [];
  await readXml(archive.read(list), {
    open(name, { Id: id = '', Type: type = '', Target: target = '' }) {
      if (name !== 'Relationship') return;
      const resolved = posix.resolve('/', folder, target).slice(1);
      found.push({ id, type: posix.basename(type), path: resolved });
    },
  });
  return found;
}
