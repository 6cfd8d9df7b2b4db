import { DESK_MAX } from '../../../contract/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/context';
import type { ShelfDoc } from '../../documents';
import { visibleBook } from '../book/rules';
import { bookCopy } from '../book/view';
import { seemsFull } from './rules';
import { countReading, entryOf, moveKnown, pageOfStatus, putFirst, settleDesk } from './store';
import { shelfItemView } from './view';

interface Moved {
  /** The entry after the move; after a twin, as it stands. */
  entry: ShelfDoc;
  /** Whether this very call made the entry. */
  fresh: boolean;
}

async function carryOut(
  { bookId, commandId, to }: ActionParsed<'shelf.move'>,
  { db, viewer, now }: MemberContext,
): Promise<Moved> {
  const move = { memberId: viewer._id, bookId, commandId, to, now };
  const known = async () => (await moveKnown(db, move)) ?? (await entryOf(db, viewer._id, bookId));
  const moved = await known();
  if (moved !== undefined) return { entry: moved, fresh: false };
  // Taking off what was never on makes an entry as well: it remembers the command, should it come again later.
  const book = visibleBook(await db.books.get(bookId), viewer._id) ?? refuse('shelf.move', 'BOOK_NOT_FOUND');
  const entry = await putFirst(db, move, bookCopy(book));
  if (entry !== undefined) return { entry, fresh: true };
  return { entry: (await known()) ?? refuse('shelf.move', 'CONFLICT'), fresh: false };
}

export const shelfHandlers: Handlers<'shelf'> = {
  'shelf.overview': async (_input, { db, viewer }) => {
    const [want, finished] = await Promise.all([
      pageOfStatus(db, viewer._id, 'want'),
      pageOfStatus(db, viewer._id, 'finished'),
    ]);
    return { reading: viewer.desk, want, finished };
  },

  'shelf.list': ({ status, cursor }, { db, viewer }) => pageOfStatus(db, viewer._id, status, cursor),

  // The fact first, then the desk that follows from it: a crash between the two is repaired by sending it again.
  'shelf.move': async (input, context) => {
    const { db, viewer } = context;
    if (seemsFull(viewer.desk, input.bookId, input.to) && (await countReading(db, viewer._id)) >= DESK_MAX) {
      refuse('shelf.move', 'DESK_FULL');
    }
    const { entry, fresh } = await carryOut(input, context);
    // Only a book that was never on the shelf and does not come to the desk leaves the desk surely as it was.
    const desk = fresh && input.to !== 'reading' ? viewer.desk : await settleDesk(db, viewer);
    return { item: shelfItemView(entry), desk };
  },
};
