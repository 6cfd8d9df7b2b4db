import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
/** Recommends for the whole city, which he belongs to. */
const who = 'secretary';
const words = { reason: '值得再读一遍', questions: ['一', '二', '三'], pointer: '第一章' };

async function ready(city: City): Promise<{ bookId: string; orgId: string }> {
  const { roles } = await city.call(who, 'me.session', {});
  const { items } = await city.call(who, 'book.search', { q: '三体' });
  return { bookId: items[0]?.id ?? '', orgId: roles[0]?.org.id ?? '' };
}
async function published(city: City) {
  const { bookId, orgId } = await ready(city);
  const input = { commandId: newCommandId(), bookId, orgId, ...words };
  const { recommendation } = await city.call(who, 'recommendation.create', input);
  return { id: recommendation.id, version: recommendation.version, about: [bookId, orgId] };
}

export const acts: Acts<'recommendation'> = {
  async 'recommendation.create'(city) {
    return { who, input: { commandId: newCommandId(), ...(await ready(city)), ...words } };
  },
  async 'recommendation.revise'(city) {
    const { id, version, about } = await published(city);
    const input = { commandId: newCommandId(), id, version, ...words, reason: '读到最后一页才懂' };
    return { who, input, about };
  },
  async 'recommendation.setWithdrawn'(city) {
    const { id, about } = await published(city);
    return { who, input: { commandId: newCommandId(), id, withdrawn: true }, about };
  },
};
