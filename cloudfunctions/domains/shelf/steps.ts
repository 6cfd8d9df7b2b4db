import type { ShelfDatabase, ShelfDoc } from './collections';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { untilWritten } from '../../kernel/retry';
import { findVisibleBook } from '../book/public';
import { wasSeen } from '../../shared/commands/rules/commands';
import { isFull, nowhere, readingWith, type Found, type Step } from './rules/shelf';
import { changeEntry, factsOf, putFirst } from './store';

interface Outcome {
  /** The entry after the command; as it stands, when the command came before. */
  entry: ShelfDoc;
  /** What was being read before, and what is then; the book moved there last first. */
  before: readonly ShelfDoc[];
  reading: readonly ShelfDoc[];
  /** Whether this very call changed the entry; not where the command came before. */
  changed: boolean;
}

interface Command {
  action: 'shelf.move' | 'shelf.undo';
  bookId: string;
  commandId: string;
}

/**
 * Looks, decides, and changes the entry if it is still as it was seen; otherwise looks again. A command for a book that
 * was never on the shelf makes an entry, whatever it does: it remembers the command, should it come again later.
 */
export function carryOut(
  { action, bookId, commandId }: Command,
  { db, others, viewer, now }: MemberContext<ShelfDatabase>,
  decide: (found: Found) => Step,
): Promise<Outcome> {
  return untilWritten<Outcome>(async () => {
    const { entry: known, reading } = await factsOf(db, viewer._id, bookId);
    if (known !== undefined && wasSeen(known, commandId)) {
      return { entry: known, before: reading, reading, changed: false };
    }
    const found = known ?? nowhere(now);
    const step = decide(found);
    if (step.standing?.status === 'reading' && isFull(reading, bookId)) refuse(action, 'DESK_FULL');
    const entry = await (known === undefined ? begin(found, step) : changeEntry(db, known, commandId, step));
    return entry && { entry, before: reading, reading: readingWith(reading, entry), changed: true };
  });

  async function begin(found: Found, { standing, commands }: Step): Promise<ShelfDoc | undefined> {
    const book = (await findVisibleBook(others, bookId, viewer._id)) ?? refuse(action, 'BOOK_NOT_FOUND');
    return putFirst(db, viewer._id, book, { ...found, ...standing, commands });
  }
}
