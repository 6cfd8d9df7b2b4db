import { checkinKinds } from '@/features/checkin/outbox/kinds';
import { replacing } from '@/shared/outbox/join';
import { defineQueued, kindsOf, type Queued } from '@/shared/outbox/queued';
import { fieldsOf, isText } from '@/shared/outbox/unknown';

/** A second kind, as a later domain would declare it: a book put somewhere, the last place standing. */
export interface Placed extends Queued<'shelf.move'> {
  input: { bookId: string; to: 'want' | 'reading' };
}
export const placedKind = defineQueued<Placed>({
  action: 'shelf.move',
  isStored: ({ input }) => isText(fieldsOf(input).bookId) && ['want', 'reading'].includes(String(fieldsOf(input).to)),
  toInput: ({ input }) => input,
  told: () => ({ title: '没能放好' }),
});
/** What was not sent yet gives way to a newer place of the same book. */
export const placing = replacing<Placed>((other, entry) => other.input.bookId === entry.input.bookId);

/** Check-ins, and the second kind in a lane of its own. */
export const kinds = kindsOf([...checkinKinds, placedKind]);
