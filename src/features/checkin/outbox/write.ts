import type { CheckInLine } from '@contract/domains/checkin/actions';
import type { Day } from '@contract/day';
import { serverClock, today } from '@/shared/call/clock';
import { enqueue, newEntry, useOutbox } from '@/shared/outbox/outbox';
import { isCheckin, isSubmit, type Details, type Entry, type Remove, type Submit, type Undo } from './entry';
import { landedOn } from './kinds';
import type { ShownLine } from './overlay';
import { droppedBy, takingBack, undoing } from './take-back';

type Book = CheckInLine['book'];
const common = ({ id, title, author, tone }: Book, day: Day) => ({
  ...newEntry(),
  book: { id, title, author, tone },
  day,
});

const waiting = (): Entry[] => useOutbox.getState().waiting.filter(isCheckin);

/** Takes one of this launch's commands back, whatever became of it. */
function undo(entry: Submit | Remove, more: Pick<Undo, 'what' | 'line'>, dropped: Submit[] = []): void {
  const day = landedOn(entry.id);
  const act: Undo = { ...common(entry.book, day ?? entry.day), action: 'checkin.undo', of: entry.id, ...more };
  enqueue(act, undoing(act, day !== undefined, dropped));
}

/** Logs reading now. Returns what takes it back. */
export function logNow(book: Book): () => void {
  const tap = { tappedAt: Date.now(), clock: serverClock(), details: {} };
  const entry: Submit = { ...common(book, today()), action: 'checkin.submit', ...tap };
  enqueue(entry);
  return () => undo(entry, { what: 'tap', line: null });
}

/** Writes or fills in (补记) one book on one day. Details of a tap still waiting go with the same instant. */
export function writeDay(book: Book, day: Day, details: Details): void {
  const tap = waiting()
    .filter(isSubmit)
    .find((entry) => entry.day === day && entry.book.id === book.id);
  const { tappedAt = null, clock, at } = tap ?? {};
  const entry: Submit = { ...common(book, day), action: 'checkin.submit', tappedAt, clock, at, details };
  enqueue(entry);
}

/** Takes one book off one day. Returns what puts it back as it was. */
export function removeLine({ waiting: _waiting, confirmed, ...line }: ShownLine, day: Day): () => void {
  const remove: Remove = { ...common(line.book, day), action: 'checkin.remove', of: null };
  const dropped = droppedBy(waiting(), remove);
  enqueue(remove, takingBack(remove, confirmed));
  return () => undo(remove, { what: 'removal', line }, dropped);
}
