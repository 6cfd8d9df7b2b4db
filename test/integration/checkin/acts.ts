import { dayOf, monthOf } from '../../../contract/day';
import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
const when = { kind: 'tap' as const, elapsedMs: 0 };

/** The book in hand, of which the person has recorded nothing today. */
const bookOf = async (city: City, who: string) => (await city.call(who, 'home.today', {})).desk[0]?.id ?? '';
const recorded = async (city: City, who: string) => {
  const bookId = await bookOf(city, who);
  const of = newCommandId();
  await city.call(who, 'checkin.submit', { commandId: of, bookId, when });
  return { bookId, of };
};

export const acts: Acts<'checkin'> = {
  async 'checkin.submit'(city, now) {
    const who = 'youth';
    const bookId = await bookOf(city, who);
    const input = { commandId: newCommandId(), bookId, when, pages: 12, note: '读到一处好句' };
    return { who, input, about: [monthOf(dayOf(now))] };
  },
  async 'checkin.remove'(city, now) {
    const who = 'cadre';
    const { bookId } = await recorded(city, who);
    const day = dayOf(now);
    return { who, input: { commandId: newCommandId(), day, bookId }, about: [monthOf(day)] };
  },
  async 'checkin.undo'(city, now) {
    const who = 'branch-secretary';
    const { bookId, of } = await recorded(city, who);
    const day = dayOf(now);
    return { who, input: { commandId: newCommandId(), of, what: 'tap', day, bookId }, about: [monthOf(day)] };
  },
};
