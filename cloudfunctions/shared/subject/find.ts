import type { Files } from '../../kernel/files';
import type { AnyDoc, Subject } from '../../kernel/personal';
import { above, between } from '../../kernel/port';
import type { Collection } from '../../kernel/port';
import { holds, isIndexed, pathOf, type Declared, type Part } from './rules/plan';

/** The whole database by its declarations. */
export interface Data {
  readonly db: Readonly<Record<string, Collection<AnyDoc>>>;
  readonly schema: Declared;
  /** Cloud storage, where documents name what lies there. */
  readonly files: Files;
}

/** Documents read at a time. */
const BATCH = 100;

export const collectionOf = ({ db }: Data, { collection }: Part): Collection<AnyDoc> => {
  const found = db[collection];
  if (found === undefined) throw new Error(`no collection ${collection}`);
  return found;
};

async function withinIds(collection: Collection<AnyDoc>, memberId: string, after: string) {
  // `;` follows `:`, so that all ids that begin with `<memberId>:` lie between.
  const first = after === '' ? `${memberId}:` : after;
  const read = await collection.find({ _id: between(first, `${memberId};`) }, { sort: [['_id', 1]], limit: BATCH });
  return { read, docs: read.filter(({ _id }) => _id !== after) };
}

async function byPath(
  collection: Collection<AnyDoc>,
  subject: Subject<never>,
  query: object,
  memberId: string,
  after: string,
) {
  const read = await collection.find({ ...query, _id: above(after) }, { sort: [['_id', 1]], limit: BATCH });
  return { read, docs: read.filter((doc) => holds(doc, subject, memberId)) };
}

/**
 * The next documents of a part that are about the member, after an id, in the order of ids; `next` is where to go on,
 * absent at the end. By the id or an index; where there is none, all documents are looked at. One round trip.
 */
export async function findNext(
  data: Data,
  part: Part,
  memberId: string,
  after: string,
): Promise<{ docs: AnyDoc[]; next?: string }> {
  const collection = collectionOf(data, part);
  const { subject } = part;
  if (subject.at.in === 'text') return { docs: [] };
  if (subject.at.in === 'id') {
    const doc = await collection.get(memberId);
    return { docs: doc === undefined ? [] : [doc] };
  }
  const path = pathOf(subject);
  const indexed = path !== undefined && isIndexed(data.schema[part.collection]?.indexes ?? [], path);
  const { read, docs } = await (path === undefined
    ? withinIds(collection, memberId, after)
    : byPath(collection, subject, indexed ? { [path]: memberId } : {}, memberId, after));
  const last = read.at(-1);
  return last === undefined || read.length < BATCH ? { docs } : { docs, next: last._id };
}

/** How many documents of a part are about the member. One round trip, none where nothing can be found by. */
export async function countPart(data: Data, part: Part, memberId: string): Promise<number> {
  const collection = collectionOf(data, part);
  const { subject } = part;
  if (subject.at.in === 'text') return 0;
  if (subject.at.in === 'id') return collection.count({ _id: memberId });
  const path = pathOf(subject);
  return collection.count(path === undefined ? { _id: between(`${memberId}:`, `${memberId};`) } : { [path]: memberId });
}
