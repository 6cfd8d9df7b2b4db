import type { Database } from '../../cloudfunctions/schema';
import { among, atLeast, type Collection, type Doc, type Query } from '../../cloudfunctions/kernel/port';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { OrgRow } from '../../cloudfunctions/domains/orgimport/rules/rows';
import { changeNote } from '../../cloudfunctions/domains/orgimport/rules/moves';
import { planOrgs } from '../../cloudfunctions/domains/orgimport/rules/plan';
import { writeMoves } from './writeMoves';
import type { Problem } from '../../cloudfunctions/shared/sheets/rules/table';

/** How many rows were new, and how many were there, of which some were changed. */
export interface Counts {
  added: number;
  present: number;
  changed?: number;
  /** What was changed or left otherwise than the file has it, a line each. */
  notes?: string[];
}

export type Outcome = ({ ok: true } & Counts) | { ok: false; problems: Problem[] };

/** Ids asked for in one query. */
const CHUNK = 500;

/** Which of these documents are there, with the fields asked for. One round trip for each 500. */
export async function present<T extends Doc>(
  collection: Collection<T>,
  ids: readonly string[],
  fields: readonly (keyof T & string)[] = [],
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const query = { _id: among(ids.slice(from, from + CHUNK)) } as Query<T>;
    found.push(...(await collection.find(query, { limit: CHUNK, fields: ['_id', ...fields] })));
  }
  return found;
}

/** Adds the documents that are not there yet, all of them or none; those that are there stay as they are. */
export async function addMissing<T extends Doc>(
  collection: Collection<T>,
  docs: readonly T[],
  dryRun = false,
): Promise<{ added: number; present: number }> {
  const ids = new Set(
    (
      await present(
        collection,
        docs.map((doc) => doc._id),
      )
    ).map((doc) => doc._id),
  );
  const missing = docs.filter((doc) => !ids.has(doc._id));
  if (missing.length > 0 && !dryRun) await collection.addAll(missing);
  return { added: missing.length, present: docs.length - missing.length };
}

const HOW_IT_SPREADS = '  各处记下的名称、上级和可见范围由系统在几分钟内更新；权限即刻按新的上级。';

/** Adds, renames and moves the organisations of a checked file, after checking them against those that are there. */
export async function writeOrgs(db: Database, rows: readonly OrgRow[], now: number, dryRun: boolean): Promise<Outcome> {
  const plan = planOrgs(rows, await knownOrgs(db, rows));
  if (plan.problems.length > 0) return { ok: false, problems: plan.problems };
  if (!dryRun && plan.docs.length > 0) await db.orgs.addAll(plan.docs);
  const left = dryRun ? [] : await writeMoves(db, plan.changes, now);
  const notes = [
    ...plan.changes.map((change) => changeNote(change, dryRun)),
    ...left.map(({ line, org }) => `  第 ${line} 行：组织 “${org._id}” 刚被别人调整过，上级没有改；请再导入一次`),
    ...(plan.changes.length > 0 ? [HOW_IT_SPREADS] : []),
    ...plan.notes,
  ];
  return { ok: true, added: plan.docs.length, present: plan.present, changed: plan.changes.length, notes };
}

async function knownOrgs(db: Database, rows: readonly OrgRow[]): Promise<OrgDoc[]> {
  const fields = ['name', 'kind', 'path', 'joinCode', 'parentId', 'mergedInto'] as const;
  const ids = new Set(rows.flatMap((row) => (row.parentId === null ? [row.id] : [row.id, row.parentId])));
  const known = await present(db.orgs, [...ids], fields);
  const codes = rows.flatMap((row) => row.joinCode ?? []);
  for (let from = 0; from < codes.length; from += CHUNK) {
    const query = { joinCode: among(codes.slice(from, from + CHUNK)) };
    known.push(...(await db.orgs.find(query, { limit: CHUNK, fields: [...fields] })));
  }
  // The root is needed to know whether there is one, also where the file names nothing that is there; it is the first
  // of any path, and every organisation has a code.
  const [any] =
    known.length > 0 ? known : await db.orgs.find({ joinCode: atLeast('') }, { limit: 1, fields: [...fields] });
  const root = any?.path[0];
  if (root !== undefined) known.push(...(await present(db.orgs, [root], fields)));
  return [...new Map(known.map((org) => [org._id, org])).values()];
}
