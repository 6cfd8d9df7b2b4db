import { neverLeft, type Join } from '@/shared/outbox/join';
import { isSubmit, type Entry, type Remove, type Submit, type Undo } from './entry';

const isSameLine = (entry: Entry, other: Entry) =>
  entry.who === other.who && entry.book.id === other.book.id && entry.day === other.day;

/** What a removal forgets: what was told of its line and never left the phone. */
export const droppedBy = (waiting: readonly Entry[], remove: Remove): Submit[] =>
  waiting.filter(isSubmit).filter((entry) => neverLeft(entry) && isSameLine(entry, remove));

/**
 * How a removal joins the queue: what never left is simply forgotten; what the server may know of is removed there too,
 * once it has answered. `confirmed`: the server has the line, apart from what is waiting.
 */
export const takingBack =
  (remove: Remove, confirmed: boolean): Join<Entry> =>
  (waiting) => {
    const dropped = droppedBy(waiting, remove);
    const left = waiting.filter((entry) => !dropped.some(({ id }) => id === entry.id));
    if (confirmed) return [...left, { ...remove, of: null }];
    const sent = [...left].reverse().find((entry) => isSubmit(entry) && isSameLine(entry, remove));
    return sent ? [...left, { ...remove, of: sent.id }] : left;
  };

/**
 * How an undo joins it: what never left is simply forgotten; what the server may know of is undone there, once it has
 * answered. `landed`: the server has carried it out. `dropped`: what a removal kept from being sent.
 */
export const undoing =
  (undo: Undo, landed: boolean, dropped: readonly Submit[]): Join<Entry> =>
  (waiting) => {
    const target = waiting.find(({ id }) => id === undo.of);
    if (target && neverLeft(target)) return [...waiting.filter(({ id }) => id !== undo.of), ...dropped];
    // Neither waiting nor landed: it was refused, or there was nothing that the server had to be told.
    if (!target && !landed) return [...waiting, ...dropped];
    return [...waiting, { ...undo, day: target?.day ?? undo.day }, ...dropped];
  };
