import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

const who = 'youth';

/** A book that is recommended to him, and the recommendation. */
async function recommended(city: Pick<Stack, 'call'>) {
  const { items } = await city.call(who, 'recommendation.list', { which: 'visible' });
  return { bookId: items[0]?.book.id ?? '', about: [items[0]?.id ?? ''] };
}

export const acts: Acts<'shelf'> = {
  async 'shelf.move'(city) {
    const { bookId, about } = await recommended(city);
    return { who, input: { commandId: newCommandId(), bookId, to: 'reading' }, about };
  },
  async 'shelf.undo'(city) {
    const { bookId, about } = await recommended(city);
    const of = newCommandId();
    await city.call(who, 'shelf.move', { commandId: of, bookId, to: 'finished' });
    return { who, input: { commandId: newCommandId(), of, bookId }, about };
  },
};
