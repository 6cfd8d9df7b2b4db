/** Searches kept on this phone. */
export const RECENT_MAX = 8;

/** Puts a search first, without repeats; a longer text replaces the beginnings typed on the way to it. */
export function addRecent(recent: readonly string[], q: string): string[] {
  const query = q.trim();
  if (query === '') return [...recent];
  return [query, ...recent.filter((old) => !query.startsWith(old))].slice(0, RECENT_MAX);
}
