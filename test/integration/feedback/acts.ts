import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
/** Answers what comes in, and may have written some of it himself. */
const who = 'admin';
const words = { kind: 'suggestion' as const, text: '书架可以按作者排吗' };

async function filed(city: City) {
  const { feedback } = await city.call(who, 'feedback.submit', { commandId: newCommandId(), ...words });
  return { target: { commandId: newCommandId(), id: feedback.id }, about: [feedback.ticket] };
}

/** Something done to a ticket that was filed. */
const onTicket =
  <W extends object>(words: W) =>
  async (city: City) => {
    const { target, about } = await filed(city);
    return { who, input: { ...target, ...words }, about };
  };

export const acts: Acts<'feedback'> = {
  'feedback.submit': () => Promise.resolve({ who, input: { commandId: newCommandId(), ...words } }),
  'feedback.follow': onTicket({ text: '按书名也行' }),
  'feedback.close': onTicket({}),
  'feedback.take': onTicket({ take: true }),
  'feedback.reply': onTicket({ text: '下个月就可以' }),
  async 'feedback.unreply'(city) {
    const { target, about } = await filed(city);
    await city.call(who, 'feedback.reply', { ...target, text: '下个月就可以' });
    return { who, input: { ...target, commandId: newCommandId() }, about };
  },
};
