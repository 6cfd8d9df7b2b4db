import { among, type Collection, type Doc, type Query } from './port';

/**
 * Adds a document whose id says what must be unique, or gives back the one that has this id already: an earlier run of
 * the same command, or somebody who was faster. One round trip, two when it is there.
 */
export async function addOnce<T extends Doc>(collection: Collection<T>, doc: T): Promise<T> {
  if (await collection.add(doc)) return doc;
  const standing = await collection.get(doc._id);
  if (standing === undefined) throw new Error('refused as a duplicate, yet there is none');
  return standing;
}

/** Documents added in one transaction, and looked for at once. */
const BATCH = 100;

/** Adds each by itself, all at once; those that are there already stay. Gives what was added. One round trip each. */
export async function addSingly<T extends Doc>(collection: Collection<T>, docs: readonly T[]): Promise<T[]> {
  const added = await Promise.all(docs.map((doc) => collection.add(doc)));
  return docs.filter((_, at) => added[at]);
}

/**
 * Adds those that are not there yet and gives what these were; done again, or by two at once, each is there once. Four
 * round trips for each hundred.
 */
export async function addMissing<T extends Doc>(collection: Collection<T>, docs: readonly T[]): Promise<T[]> {
  const done: T[] = [];
  for (let from = 0; from < docs.length; from += BATCH) {
    const some = docs.slice(from, from + BATCH);
    const named = { _id: among(some.map(({ _id }) => _id)) } as unknown as Query<T>;
    const standing = await collection.find(named, { limit: BATCH, fields: ['_id'] });
    const known = new Set(standing.map(({ _id }) => _id));
    const missing = some.filter(({ _id }) => !known.has(_id));
    if (missing.length > 0) done.push(...(await addTogether(collection, missing)));
  }
  return done;
}

/** All of them or none in one transaction: where somebody added one of them meanwhile, each by itself. */
const addTogether = <T extends Doc>(collection: Collection<T>, docs: readonly T[]): Promise<T[]> =>
  collection.addAll(docs).then(
    () => [...docs],
    () => addSingly(collection, docs),
  );
