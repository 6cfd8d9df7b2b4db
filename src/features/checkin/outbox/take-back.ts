import type { Entry, Remove, Submit, Undo } from './entry';

const isSameLine = (entry: Entry, other: Entry) =>
  entry.who === other.who && entry.book.id === other.book.id && entry.day === other.day;

const neverLeft = (entry: Entry): entry is Submit => entry.kind === 'submit' && entry.sendings === 0;

/** What a removal forgets: what was told of its line and never left the phone. */
export const droppedBy = (waiting: readonly Entry[], remove: Remove): Submit[] =>
  waiting.filter(neverLeft).filter((entry) => isSameLine(entry, remove));

/** What never left is simply forgotten; what the server may know of is removed there too, once it has answered. */
export function takeBack(waiting: readonly Entry[], remove: Remove, confirmed: boolean): Entry[] {
  const dropped = droppedBy(waiting, remove);
  const left = waiting.filter((entry) => !dropped.some(({ id }) => id === entry.id));
  if (confirmed) return [...left, { ...remove, of: null }];
  const sent = [...left].reverse().find((entry) => entry.kind === 'submit' && isSameLine(entry, remove));
  return sent ? [...left, { ...remove, of: sent.id }] : left;
}

/** What never left is simply forgotten; what the server may know of is undone there, once it has answered. */
export function undo(
  waiting: readonly Entry[],
  { undo: entry, landed, dropped }: { undo: Undo; landed: boolean; dropped: readonly Submit[] },
): Entry[] {
  const target = waiting.find(({ id }) => id === entry.of);
  if (target?.sendings === 0) return [...waiting.filter(({ id }) => id !== entry.of), ...dropped];
  // Neither waiting nor landed: it was refused, or there was nothing that the server had to be told.
  if (!target && !landed) return [...waiting, ...dropped];
  return [...waiting, { ...entry, day: target?.day ?? entry.day }, ...dropped];
}
