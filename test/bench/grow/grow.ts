import type { Collection, Doc } from '../../../cloudfunctions/kernel/port';

/**
 * Documents of one kind in any number. Number `index` is the same document whenever it is asked for, so that a larger
 * city contains the smaller one and can be made from it.
 */
export type Crop<T extends Doc> = (index: number) => T;

/** Documents written by one call: few enough that both processes can hold them. */
const BATCH = 5000;

/** Writes the documents from one number up to, not including, another one into a running local cloud. */
export async function grow<T extends Doc>(
  collection: Pick<Collection<T>, 'addAll'>,
  crop: Crop<T>,
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    const length = Math.min(BATCH, to - start);
    await collection.addAll(Array.from({ length }, (_, offset) => crop(start + offset)));
  }
}
