/** Runs all of it, so many at a time, begun in the given order; the results are in that order, too. */
export async function inLanes<T>(lanes: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let mine = next++; mine < work.length; mine = next++) results[mine] = await work[mine]!();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
