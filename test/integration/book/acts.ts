import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

const facts = { title: '江城旧事', author: '许清和' };

export const acts: Acts<'book'> = {
  'book.add': () =>
    Promise.resolve({ who: 'youth', input: { commandId: newCommandId(), title: '江边的树', author: '林晓' } }),

  /** A book that he has in hand, has written about and recommends. */
  async 'book.correct'(city) {
    const who = 'admin';
    const { book } = await city.call(who, 'book.add', { commandId: newCommandId(), ...facts });
    const bookId = book.id;
    await city.call(who, 'shelf.move', { commandId: newCommandId(), bookId, to: 'reading' });
    const when = { kind: 'tap' as const, elapsedMs: 0 };
    await city.call(who, 'checkin.submit', { commandId: newCommandId(), bookId, when });
    const orgId = (await city.call(who, 'me.session', {})).roles[0]?.org.id ?? '';
    const words = { reason: '写我们的城', questions: ['一', '二', '三'], pointer: '第一章' };
    const { recommendation } = await city.call(who, 'recommendation.create', {
      commandId: newCommandId(),
      orgId,
      bookId,
      ...words,
    });
    const input = { commandId: newCommandId(), bookId, version: 0, ...facts, title: '江城往事' };
    return { who, input, about: [recommendation.id, orgId, facts.title] };
  },
};
