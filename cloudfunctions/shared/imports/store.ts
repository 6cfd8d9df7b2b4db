import type { Value } from '../../kernel/port';
import { among } from '../../kernel/port';
import { deriveId } from '../../kernel/ids';
import { addMissing } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import type { ImportDatabase } from './collections';
import { planOf } from './rules/import';
import type { ImportDoc, ImportItemDoc, ImportRowsDoc } from './shape';

/** Parts, or chunks of rows, read in one round trip. */
const PIECES = 10;
/** Rows in one document. */
const CHUNK = 200;

type Pieces = 'importparts' | 'importrows';

async function pieces<T>(db: ImportDatabase, name: Pieces, importId: string, count: number): Promise<T[]> {
  const found: unknown[] = [];
  for (let from = 0; from < count; from += PIECES) {
    const ids = Array.from({ length: Math.min(PIECES, count - from) }, (_, at) => `${importId}:${from + at}`);
    const some = await db[name].find({ _id: among(ids) }, { sort: [['index', 1]], limit: PIECES });
    found.push(...some);
  }
  return found as T[];
}

/** The file as it was uploaded; `undefined` while a part is missing. */
export async function fileOf(db: ImportDatabase, { _id, size }: ImportDoc, parts: number): Promise<Buffer | undefined> {
  const found = await pieces<{ base64: string }>(db, 'importparts', _id, parts);
  const bytes = Buffer.concat(found.map(({ base64 }) => Buffer.from(base64, 'base64')));
  return bytes.length === size ? bytes : undefined;
}

/** Keeps rows as they were checked. Done again, those that are there stay. */
export async function keepRows(db: ImportDatabase, doc: ImportDoc, rows: readonly Value[]): Promise<void> {
  for (let index = 0; index * CHUNK < rows.length; index += 1) {
    const some = rows.slice(index * CHUNK, (index + 1) * CHUNK);
    await db.importrows.add({
      _id: `${doc._id}:${index}`,
      importId: doc._id,
      index,
      rows: some,
      expiresAt: doc.expiresAt,
    });
  }
}

/** The rows again, in their order. */
export const rowsOf = async (db: ImportDatabase, { _id, rows }: ImportDoc): Promise<Value[]> =>
  (await pieces<ImportRowsDoc>(db, 'importrows', _id, Math.ceil(rows / CHUNK))).flatMap((chunk) => [...chunk.rows]);

/** Adds those of some items that are not there yet. */
export const addItems = (db: ImportDatabase, items: readonly ImportItemDoc[]): Promise<unknown> =>
  addMissing(db.importitems, items);

/** Items that wait to be carried out, the lowest first; or of those that were, the highest first. */
export const nextItems = (db: ImportDatabase, doc: ImportDoc, way: 'apply' | 'undo', limit: number) =>
  db.importitems.find(
    { plan: planOf(doc), state: way === 'apply' ? 'waiting' : 'done' },
    {
      sort: [
        ['rank', way === 'apply' ? 1 : -1],
        ['_id', way === 'apply' ? 1 : -1],
      ],
      limit,
    },
  );

const decisionsId = ({ kind, orgId }: Pick<ImportDoc, 'kind' | 'orgId'>) => deriveId('d', kind, orgId);

/** What was decided on rows of this org's lists. */
export const choicesOf = async (db: ImportDatabase, doc: ImportDoc): Promise<Readonly<Record<string, string>>> =>
  (await db.importdecisions.get(decisionsId(doc)))?.choices ?? {};

/** Decisions by the keys of their rows. Refuses one on a row of another plan, or that the row does not offer. */
export async function decided(
  db: ImportDatabase,
  doc: ImportDoc,
  decisions: readonly { id: string; choice: string }[],
): Promise<{ key: string; choice: string }[]> {
  const ids = [...new Set(decisions.map(({ id }) => id))].filter((id) => id.startsWith(`${planOf(doc)}:`));
  const found = await db.importitems.find({ _id: among(ids) }, { limit: ids.length + 1, fields: ['key', 'choices'] });
  const items = new Map(found.map((item) => [item._id, item]));
  return decisions.map(({ id, choice }) => {
    const item = items.get(id);
    if (item === undefined) refuse('CONFLICT', { message: '核对结果已经更新，请看过新的再决定。' });
    if (!item.choices.some((offered) => offered.choice === choice)) refuse('BAD_INPUT');
    return { key: item.key, choice };
  });
}

/** Remembers decisions, for this import and later ones. */
export async function remember(
  db: ImportDatabase,
  doc: ImportDoc,
  decisions: readonly { key: string; choice: string }[],
): Promise<void> {
  const _id = decisionsId(doc);
  const choices = Object.fromEntries(decisions.map(({ key, choice }) => [key, choice]));
  const { kind, orgId } = doc;
  if (await db.importdecisions.add({ _id, kind, orgId, choices })) return;
  const set = Object.fromEntries(decisions.map(({ key, choice }) => [`choices.${key}`, choice]));
  await db.importdecisions.update({ _id }, { set });
}

/** What was carried out of a plan, and what had to be left. */
export async function tally(db: ImportDatabase, doc: ImportDoc): Promise<{ done: number; left: number }> {
  const plan = planOf(doc);
  const [done, left] = await Promise.all([
    db.importitems.count({ plan, state: among(['done', 'kept']) }),
    db.importitems.count({ plan, state: 'left' }),
  ]);
  return { done, left };
}

/** Forgets the plan before the one that stands now. */
export const forgetPlan = (db: ImportDatabase, { _id, plan }: ImportDoc): Promise<number> =>
  db.importitems.remove({ plan: `${_id}:${plan - 1}` });
