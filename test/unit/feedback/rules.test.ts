import fc from 'fast-check';
import { newFeedback, repliedLikeThis } from '../../../cloudfunctions/domains/feedback/rules/ticket';
import { feedbackView } from '../../../cloudfunctions/domains/feedback/rules/view';
import { daysBetween, dayOf } from '../../../contract/day';

const ids = { id: 'f1', code: '4F7K', memberId: 'm1' };
const words = { kind: 'complaint', text: '打不开' } as const;
const at = Date.UTC(2026, 10, 22, 16);

describe('feedback', () => {
  it('gets a ticket number that can be read aloud and a date for the reply', () => {
    const filed = newFeedback(ids, words, at);
    expect(filed).toMatchObject({ _id: 'f1', memberId: 'm1', at, reply: null, ticket: '20261123-4F7K' });
    expect(filed.replyBy).toBe('20261130');
  });

  it('is promised a reply within seven Shanghai days, at every instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_577_836_800_000, max: 4_102_444_800_000 }), (now) => {
        const { replyBy, ticket } = newFeedback(ids, words, now);
        expect(daysBetween(dayOf(now), replyBy)).toBe(7);
        expect(ticket.slice(0, 8)).toBe(dayOf(now));
      }),
    );
  });

  it('never shows who sent it or who replied', () => {
    const filed = newFeedback(ids, words, at);
    const replied = { ...filed, reply: { text: '已修好', at: at + 1, by: 'secret' } };
    expect(feedbackView(filed)).toMatchObject({ id: 'f1', reply: null });
    expect(feedbackView(replied).reply).toEqual({ text: '已修好', at: at + 1 });
    expect(JSON.stringify(feedbackView(replied))).not.toMatch(/secret|m1/);
  });

  it('takes a reply sent twice for one, and another text or another person for another', () => {
    const filed = newFeedback(ids, words, at);
    const replied = { ...filed, reply: { text: '已修好', at, by: 'm2' } };
    expect(repliedLikeThis(replied, '已修好', 'm2')).toBe(true);
    expect(repliedLikeThis(replied, '修好了', 'm2')).toBe(false);
    expect(repliedLikeThis(replied, '已修好', 'm3')).toBe(false);
    expect(repliedLikeThis(filed, '已修好', 'm2')).toBe(false);
  });
});
