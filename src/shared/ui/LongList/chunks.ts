/*
 * A long list is cut into chunks, of which only those near the window are drawn; the others keep their room. The figures
 * keep a page within 600 nodes and a node within 30 children, whatever the length of the list.
 */

/** Items of a chunk. */
export const CHUNK = 20;
/** Chunks of a group. */
export const GROUP = 30;

export interface Chunk<T> {
  /** Its place among all. */
  at: number;
  items: readonly T[];
}

function cut<T>(items: readonly T[], size: number): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}

/** The items in chunks, and the chunks in groups. */
export const groupsOf = <T>(items: readonly T[]): (readonly Chunk<T>[])[] =>
  cut(
    cut(items, CHUNK).map((some, at) => ({ at, items: some })),
    GROUP,
  );

/** What was seen of one chunk: whether it is near the window, and how high it is. */
export interface Sighting {
  at: number;
  near: boolean;
  height: number;
}

/** What is drawn, and how high chunks were when they were. */
export interface Drawn {
  near: ReadonlySet<number>;
  heights: ReadonlyMap<number, number>;
}

/** Before anybody has looked. */
export const AT_FIRST: Drawn = { near: new Set([0, 1]), heights: new Map() };

/** After a look; the same where nothing came near or went, so that nothing is drawn anew. */
export function afterLook(drawn: Drawn, sightings: readonly Sighting[]): Drawn {
  const changed = sightings.filter(({ at, near }) => near !== drawn.near.has(at));
  if (changed.length === 0) return drawn;
  const near = new Set(drawn.near);
  for (const { at, near: now } of changed) {
    if (now) near.add(at);
    else near.delete(at);
  }
  // Only what is drawn has a height of its own; the rest repeats what it was given.
  const own = sightings.filter(({ at }) => drawn.near.has(at)).map(({ at, height }) => [at, height] as const);
  return { near, heights: new Map([...drawn.heights, ...own]) };
}
