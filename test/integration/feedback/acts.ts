import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

/** Answers what comes in, and may have written some of it himself. */
const who = 'admin';
const words = { kind: 'suggestion' as const, text: '书架可以按作者排吗' };

export const acts: Acts<'feedback'> = {
  'feedback.submit': () => Promise.resolve({ who, input: { commandId: newCommandId(), ...words } }),
  async 'feedback.reply'(city) {
    const { feedback } = await city.call(who, 'feedback.submit', { commandId: newCommandId(), ...words });
    return { who, input: { commandId: newCommandId(), id: feedback.id, text: '下个月就可以' } };
  },
};
