import type { ShelfStatus } from '../../../contract/domains/shelf/constants';
import { DESK_MAX } from '../../../contract/domains/shelf/constants';
import { catalogue, command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

/* What a reader does to his shelf, as calls to the town. */

export const NOW = Date.UTC(2026, 10, 23, 4);
export const books = catalogue(DESK_MAX + 2);
export const bookId = (index: number) => books[index]?._id ?? '';

export async function open(gate: Gate = {}): Promise<Town> {
  const town = await openTown(NOW, gate);
  await town.db.books.addAll(books);
  return town;
}
/** Each command a second after the one before, as people are. */
export const move = (town: Town, number: number, index: number, to: ShelfStatus | null) => {
  town.clock.now = NOW + number * 1000;
  return town.call('reader', 'shelf.move', { commandId: command(number), bookId: bookId(index), to });
};
export const undo = (town: Town, number: number, of: number, index: number) => {
  town.clock.now = NOW + number * 1000;
  return town.call('reader', 'shelf.undo', { commandId: command(number), of: command(of), bookId: bookId(index) });
};
export const deskOfReader = async (town: Town) => (await town.db.desks.get('reader'))?.books.map(({ id }) => id);
/** Everything the reader sees of his shelf: places, dates and order. */
export const shown = (town: Town) => town.done('reader', 'shelf.overview', {});
