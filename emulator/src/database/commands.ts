import type { Collection } from './tables/collection';
import { newId } from './values/ejson';
import { find, soleId } from './search/find';
import type { FindRequest, Found, Stats } from './search/found';
import { isCovered } from './plan/covered';
import { choosePlan } from './plan/planner';
import { compileFilter } from './query/filter';
import type { Session } from './sessions/session';
import { storable } from './update/storable';
import { compileUpdate } from './update/update';
import { upsertBase } from './update/upsert';
import { equalValues, type Doc } from './values/values';

/** The commands of the database, each on one collection through one session. */

/** Inserts documents in order and gives their ids; throws DuplicateKey. */
export function insert(session: Session, collection: Collection, docs: readonly Doc[]): unknown[] {
  return docs.map((doc) => {
    const ready = storable(doc, newId);
    session.insert(collection, ready);
    return ready._id;
  });
}

/** How many match: by the index alone where its keys tell all, as MongoDB's covered count. */
export function count(session: Session, collection: Collection, query: Doc, stats: Stats): number {
  const isAll = Object.keys(query).length === 0;
  const plan = isAll ? undefined : choosePlan(collection.shapes, query, []);
  if (isAll || (plan && soleId(query) === undefined && isCovered(plan, query))) {
    // What is refused is refused here too, though no document is read.
    compileFilter(query);
    const total = session.count(collection, plan);
    if (total !== undefined) {
      if (plan) stats.index = plan.index.name;
      return total;
    }
  }
  return find(session, collection, { query }, stats).length;
}

export interface ModifyRequest {
  query: Doc;
  data: Doc;
  /** True for an update with operators, false to replace the whole document. */
  merge: boolean;
  multi: boolean;
  upsert: boolean;
  now: number;
}

/**
 * Changes documents. `updated` counts those that differ afterwards, or, when the whole document is replaced, those that
 * were found, as the SDK's own tests expect of the cloud; `upsertId` is set when one was created.
 */
export function modify(
  session: Session,
  collection: Collection,
  request: ModifyRequest,
  stats: Stats,
): { updated: number; upsertId?: unknown } {
  const { query, data, multi, upsert } = request;
  const change = request.merge ? compileUpdate(data, request.now, query) : replacement(data);
  const found = find(session, collection, multi ? { query } : { query, limit: 1 }, stats);
  if (found.length === 0 && upsert) {
    const base = request.merge ? upsertBase(query) : idOf(query);
    const [upsertId] = insert(session, collection, [change.apply(base, true)]);
    return { updated: 0, upsertId };
  }
  const changed = found.filter((item) => replaceIfChanged(session, collection, item, change.apply(item.doc)));
  return { updated: request.merge ? changed.length : found.length };
}

/** Updates the first match and gives it back as it is afterwards; undefined when none matched. */
export function modifyAndReturn(
  session: Session,
  collection: Collection,
  { query, data, now }: Pick<ModifyRequest, 'query' | 'data' | 'now'>,
  stats: Stats,
): Doc | undefined {
  const update = compileUpdate(data, now, query);
  const [item] = find(session, collection, { query, limit: 1 }, stats);
  if (!item) return undefined;
  const after = update.apply(item.doc);
  replaceIfChanged(session, collection, item, after);
  return after;
}

export function remove(session: Session, collection: Collection, request: FindRequest, stats: Stats): number {
  const found = find(session, collection, request, stats);
  for (const item of found) session.remove(collection, item);
  return found.length;
}

function replaceIfChanged(session: Session, collection: Collection, item: Found, after: Doc): boolean {
  // What changes nothing is no write: as in MongoDB it takes no lock and meets no conflict (SERVER-77616).
  if (equalValues(item.doc, after)) return false;
  session.replace(collection, item, after);
  return true;
}

function replacement(data: Doc): { apply(doc: Doc): Doc } {
  return {
    apply: (doc) => {
      const { _id: id, ...rest } = data;
      return storable({ _id: doc._id ?? id, ...rest }, newId);
    },
  };
}

function idOf(query: Doc): Doc {
  const id = soleId(query);
  return id === undefined ? {} : { _id: id };
}
