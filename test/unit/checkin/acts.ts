import fc from 'fast-check';
import { dayOf, monthOf } from '../../../contract/day';
import type { ActionInput } from '../../../contract/registry';
import { catalogue, command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

/* What a reader does to one day, as calls to the town. */

export const NOW = Date.UTC(2026, 10, 23, 4);
export const DAY_MS = 86_400_000;
export const DAY = dayOf(NOW);
export const books = catalogue(3);
export const bookId = (index: number) => books[index]?._id ?? '';

export const open = async (gate: Gate = {}) => {
  const town = await openTown(NOW, gate);
  await town.db.books.addAll(books);
  return town;
};

export interface Fact {
  book: number;
  pages?: number | null;
  note?: string | null;
}
export const submit = (town: Town, number: number, { book, ...details }: Fact) =>
  town.done('reader', 'checkin.submit', {
    commandId: command(number),
    bookId: bookId(book),
    when: { kind: 'day', day: DAY },
    ...details,
  });
export const remove = (town: Town, number: number, book = 0) =>
  town.done('reader', 'checkin.remove', { commandId: command(number), day: DAY, bookId: bookId(book) });
export const undo = (town: Town, number: number, of: number, what: ActionInput<'checkin.undo'>['what'], book = 0) =>
  town.done('reader', 'checkin.undo', {
    commandId: command(number),
    of: command(of),
    what,
    day: DAY,
    bookId: bookId(book),
  });
export const shown = async (town: Town) => (await town.done('reader', 'checkin.month', { month: monthOf(DAY) })).days;

export const book = fc.nat(2);
export const factOf = fc.record(
  { book, pages: fc.option(fc.integer({ min: 1, max: 2000 })), note: fc.option(fc.constantFrom('甲', '乙')) },
  { requiredKeys: ['book'] },
);
export type Plain = { do: 'submit'; fact: Fact } | { do: 'tap'; book: number } | { do: 'remove'; book: number };
export type Act = Plain | { do: 'undo'; of: number };
export const act: fc.Arbitrary<Plain> = fc.oneof(
  fc.record({ do: fc.constant('submit' as const), fact: factOf }),
  fc.record({ do: fc.constant('tap' as const), book }),
  fc.record({ do: fc.constant('remove' as const), book }),
);
export const perform = (town: Town, number: number, one: Plain) => {
  if (one.do === 'submit') return submit(town, number, one.fact);
  return one.do === 'tap' ? submit(town, number, { book: one.book }) : remove(town, number, one.book);
};
