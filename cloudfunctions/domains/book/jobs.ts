import { above } from '../../kernel/port';
import { afterBatch, defineJob, queueWork } from '../../shared/work/public';
import { renewBook as renewRecommendations } from '../recommendation/public';
import { renewBook as renewShelves, renewDesks } from '../shelf/public';
import type { BookDatabase, BookDoc } from './collections';
import { derivedFrom, entryOrgOf } from './rules/book';
import { bookCopy } from './rules/view';

const BATCH = 500;

/** True for a book that is found by other words than the rules of now say. */
export function outdated({ sortTitle, terms, ...facts }: BookDoc): boolean {
  const now = derivedFrom(facts);
  return (
    sortTitle !== now.sortTitle || terms.length !== now.terms.length || terms.some((term, at) => term !== now.terms[at])
  );
}

/** Gives every book the words by which the rules of now find and sort it, and says for which org it was entered. */
export const terms = defineJob<BookDatabase, { last: string; written: number }>({
  kind: 'terms',
  every: 'day',
  async step(db, { cursor: { last, written } = { last: '', written: 0 } }) {
    const books = await db.books.find({ _id: above(last) }, { sort: [['_id', 1]], limit: BATCH });
    let total = written;
    for (const book of books.filter((one) => outdated(one) || entryOrgOf(one) !== one.entry?.orgId)) {
      const entryOrg = entryOrgOf(book);
      const set = { ...derivedFrom(book), ...(entryOrg === undefined ? {} : { 'entry.orgId': entryOrg }) };
      total += await db.books.update({ _id: book._id, title: book.title }, { set });
    }
    return afterBatch(books, BATCH, (id) => ({ last: id, written: total }), `terms ${total}`);
  },
});

/** Names the work that a correction of a book makes. */
export const renewalKey = ({ _id, version }: Pick<BookDoc, '_id' | 'version'>): string => `${_id}:${version ?? 0}`;

/**
 * Brings a corrected book to what keeps a copy of it: recommendations and shelves first, then desks, a batch in a step.
 * Whatever correction it was queued for, it is the book of now that is brought.
 */
export const renewal = defineJob<BookDatabase, number>({
  kind: 'renewal',
  async step(db, { key, cursor: desks, others, now }) {
    const book = await db.books.get(key.slice(0, key.lastIndexOf(':')));
    if (book === undefined) return { done: 'no book' };
    const copy = bookCopy(book);
    if (desks === undefined) {
      // Side by side: neither needs the other.
      await Promise.all([renewRecommendations(others, copy, now), renewShelves(others, copy)]);
      return { cursor: 0 };
    }
    const next = await renewDesks(others, copy, desks);
    if (next !== undefined) return { cursor: next };
    // Corrected again meanwhile: it stays stale, and has work of its own.
    await db.books.update({ _id: book._id, version: book.version ?? null }, { set: { copies: 'fresh' } });
    return { done: 'renewed' };
  },
});

/** Queues the renewal of each book that was corrected by an import, or by a call that was killed before it could. */
export const copies = defineJob<BookDatabase, { last: string; queued: number }>({
  kind: 'copies',
  every: 'hour',
  async step(db, { cursor: { last, queued } = { last: '', queued: 0 }, now, others }) {
    const stale = await db.books.find(
      { copies: 'stale', _id: above(last) },
      { sort: [['_id', 1]], limit: BATCH, fields: ['version'] },
    );
    const added = await Promise.all(stale.map((book) => queueWork(others, renewal, renewalKey(book), now)));
    const total = queued + added.filter(Boolean).length;
    return afterBatch(stale, BATCH, (id) => ({ last: id, queued: total }), `copies ${total}`);
  },
});

/** By their kinds. */
export const bookJobs = { terms, renewal, copies };
