import { newCommandId, type Stack } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call'>;
/** Answers what comes in, and may have written some of it himself. */
const who = 'admin';
const words = { kind: 'suggestion' as const, text: '书架可以按作者排吗' };

async function filed(city: City) {
  const { feedback } = await city.call(who, 'feedback.submit', { commandId: newCommandId(), ...words });
  return { commandId: newCommandId(), id: feedback.id };
}

export const acts: Acts<'feedback'> = {
  'feedback.submit': () => Promise.resolve({ who, input: { commandId: newCommandId(), ...words } }),
  'feedback.follow': async (city) => ({ who, input: { ...(await filed(city)), text: '按书名也行' } }),
  'feedback.close': async (city) => ({ who, input: await filed(city) }),
  'feedback.take': async (city) => ({ who, input: { ...(await filed(city)), take: true } }),
  'feedback.reply': async (city) => ({ who, input: { ...(await filed(city)), text: '下个月就可以' } }),
  async 'feedback.unreply'(city) {
    const target = await filed(city);
    await city.call(who, 'feedback.reply', { ...target, text: '下个月就可以' });
    return { who, input: { ...target, commandId: newCommandId() } };
  },
};
