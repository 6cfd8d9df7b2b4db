import { readIsbn } from '../../../contract/isbn';
import type { ActionParsed } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { judgeVersion } from '../../shared/commands/rules/commands';
import { documentAfter } from '../../shared/commands/store';
import type { BookDatabase, BookDoc } from './collections';
import { startWork } from '../../shared/work/public';
import { findOrg } from '../org/public';
import { recommendationsOf, recommendedElsewhere } from '../recommendation/public';
import { shelfStatusOf } from '../shelf/public';
import { renewal, renewalKey } from './jobs';
import { answeringOrg, mayCorrect } from './rules/correction';
import { EVERYBODY, entersFor, visibleBook, type BookFacts, type Origin } from './rules/book';
import { addBook, correctBook, knownBook, searchBooks } from './store';
import { bookView } from './rules/view';

/** What was typed as facts; refuses an ISBN that is none, saying at its field what it is. */
function factsOf(
  action: 'book.add' | 'book.correct',
  { title, author, publisher, isbn }: Omit<ActionParsed<'book.add'>, 'commandId'>,
): BookFacts {
  const reading = readIsbn(isbn ?? '');
  if (reading.kind === 'wrong') {
    const { message } = reading;
    refuse(action, 'ISBN_INVALID', { message, fields: [{ path: 'isbn', message }] });
  }
  return { title, author, publisher: publisher || null, isbn: reading.kind === 'isbn' ? reading.isbn : null };
}

/** Where a book comes from that this member adds: into the catalogue for his org, or for himself. */
async function originOf({ others, viewer, requestAudit }: MemberContext<BookDatabase>): Promise<Origin> {
  const memberId = viewer._id;
  const orgId = entersFor(viewer);
  if (orgId === undefined) return { kind: 'own', memberId };
  // The catalogue is everybody's, so what enters it is written down.
  requestAudit();
  return { kind: 'entered', memberId, orgPath: (await findOrg(others, orgId))?.path ?? [orgId] };
}

const corrected = (book: BookDoc) => ({ book: bookView(book), version: book.version ?? 0 });

export const bookHandlers: Handlers<'book', BookDatabase> = {
  'book.search': ({ q, cursor }, { db, viewer }) => searchBooks(db, viewer._id, q, cursor),

  'book.get': async ({ bookId }, { db, others, viewer, now }) => {
    const [book, status, recommended] = await Promise.all([
      db.books.get(bookId),
      shelfStatusOf(others, viewer._id, bookId),
      recommendationsOf(others, viewer, bookId, now),
    ]);
    const seen = visibleBook(book, viewer._id) ?? refuse('book.get', 'BOOK_NOT_FOUND');
    return {
      book: bookView(seen),
      status,
      version: seen.version ?? 0,
      // Not offered where it would be refused, as far as this reader sees who recommends the book.
      mayCorrect: mayCorrect(seen, viewer) && !recommended.elsewhere,
      own: seen.audience !== EVERYBODY,
      recommendations: recommended.cards,
    };
  },

  'book.preview': async ({ bookId }, { db }) => {
    const book = await db.books.get(bookId);
    return bookView(book?.audience === EVERYBODY ? book : refuse('book.preview', 'BOOK_NOT_FOUND'));
  },

  // The facts say which book it is, so the command id is not needed: the same book added twice is one.
  'book.add': async (input, context) => {
    const facts = factsOf('book.add', input);
    const { db, viewer, now } = context;
    // Where the catalogue has it, the reader gets that one: recommendations and co-readers hang on it.
    const [known, origin] = await Promise.all([
      knownBook(db, facts, entersFor(viewer) === undefined ? viewer._id : undefined),
      originOf(context),
    ]);
    return { book: bookView(known ?? (await addBook(db, facts, now, origin))) };
  },

  'book.correct': async (input, context) => {
    const { db, others, viewer } = context;
    const facts = factsOf('book.correct', input);
    const standing = async () => {
      const book = await db.books.get(input.bookId);
      return book?.audience === EVERYBODY ? book : refuse('book.correct', 'BOOK_NOT_FOUND');
    };
    const book = await standing();
    const enteredFor = answeringOrg(book);
    if (enteredFor === undefined) await context.requirePermissionOnRoot();
    else await context.requirePermissionOnOrg(enteredFor, book.entry?.orgPath);
    const verdict = judgeVersion(book, input);
    if (verdict === 'seen') return corrected(book);
    if (verdict === 'conflict') refuse('CONFLICT');
    const [other, foreign] = await Promise.all([knownBook(db, facts), recommendedElsewhere(others, viewer, book._id)]);
    if (foreign) {
      refuse('FORBIDDEN', {
        message: '别的组织正在推荐这本书，改动会出现在他们的荐书里。请联系上级组织的管理员更正。',
      });
    }
    if (other !== undefined && other._id !== book._id) {
      refuse('book.correct', 'BOOK_EXISTS', {
        message: `书目里已有《${other.title}》（${other.author}），请核对书名、作者和 ISBN。`,
      });
    }
    const written = await correctBook(db, book, facts, input.commandId);
    if (written !== undefined) {
      // What everybody reads is corrected with the reply; where many have the book on their desks, these follow.
      await startWork(context, renewal, renewalKey(written));
      return corrected(written);
    }
    return corrected(await documentAfter(undefined, input, standing));
  },
};
