import { DESK_MAX } from '../../../../contract/domains/shelf/constants';
import type { ActionParsed } from '../../../../contract/registry';
import type { BookRef } from '../../../../contract/shared/book';
import { deriveId } from '../../../kernel/ids';
import { overtaken } from '../../../shared/commands/rules/commands';
import type { DeskDoc, ShelfDoc } from '../collections';

/** Moves of a book that can be undone, one after the other. */
export const UNDOABLE = 5;

/** One entry per member and book. */
export const shelfId = (memberId: string, bookId: string): string => `${memberId}:${bookId}`;

/** Where a book is, since when, and what was before. */
export type Standing = Pick<ShelfDoc, 'status' | 'since' | 'replaced'>;
/** What a command finds of a book. */
export type Found = Standing & Pick<ShelfDoc, 'commands'>;

/** What a command does to an entry: where the book stands then, if that changes, and what is remembered of the command. */
export interface Step {
  standing?: Standing;
  commands: string[];
}

/** A book that was never on the shelf. */
export const nowhere = (now: number): Found => ({ status: null, since: now, commands: [] });

/** A move, which remembers what it replaces. */
export function moveStep(
  { replaced = [], status, since }: Found,
  { commandId, to }: Pick<ActionParsed<'shelf.move'>, 'commandId' | 'to'>,
  now: number,
): Step {
  const before = [...replaced, { by: commandId, status, since }].slice(-UNDOABLE);
  return { standing: { status: to, since: now, replaced: before }, commands: [commandId] };
}

/**
 * An undo of the move `of`: what that move replaced comes back if no other came after it. An undo that came before its
 * move remembers it, so that the move does nothing.
 */
export function undoStep(
  { replaced = [] }: Found,
  { commandId, of }: Pick<ActionParsed<'shelf.undo'>, 'commandId' | 'of'>,
): Step {
  const last = replaced.at(-1);
  if (last?.by !== of) return { commands: overtaken({ commandId, of }) };
  const { status, since } = last;
  return { standing: { status, since, replaced: replaced.slice(0, -1) }, commands: [commandId] };
}

/** Whether the desk has no room for a book that comes to it. */
export const isFull = (reading: readonly Pick<ShelfDoc, 'book'>[], bookId: string): boolean =>
  reading.length >= DESK_MAX && reading.every(({ book }) => book.id !== bookId);

/** The books being read once this entry has changed, the book moved there last first. */
export const readingWith = (reading: readonly ShelfDoc[], entry: ShelfDoc): ShelfDoc[] =>
  [...reading.filter(({ _id }) => _id !== entry._id), entry]
    .filter(({ status }) => status === 'reading')
    .sort((a, b) => b.since - a.since || (a._id < b._id ? -1 : 1));

/** True for a desk that shows a book as it was before a correction. */
export const showsOther = (desk: readonly BookRef[], book: BookRef): boolean =>
  desk.some((copy) => copy.id === book.id && (copy.title !== book.title || copy.author !== book.author));

/**
 * The desk by the shelf's facts, the book moved there last (the book in hand) first. Its version names the entries and
 * how often each was changed, so that a desk with the version of certain facts was made from just these.
 */
export const deskOf = (reading: readonly Pick<ShelfDoc, '_id' | 'book' | 'version'>[]): Omit<DeskDoc, '_id'> => ({
  books: reading.slice(0, DESK_MAX).map(({ book }) => book),
  version: deriveId('d', ...reading.map(({ _id, version = 0 }) => `${_id}@${version}`)),
});
