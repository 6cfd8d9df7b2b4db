import type { Collection, Doc } from './port';

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
