import fc from 'fast-check';
import {
  newFeedback,
  repliedLikeThis,
  turnsOf,
  undoUntil,
} from '../../../cloudfunctions/domains/feedback/rules/ticket';
import { feedbackView, officeView } from '../../../cloudfunctions/domains/feedback/rules/view';
import { dayOf } from '../../../contract/day';
import { DAY_MS } from '../../../contract/durations';
import { addWorkdays } from '../../../contract/workdays';
import { answeredNotice, dueNotice } from '../../../cloudfunctions/domains/feedback/rules/told';
import { deskStateOf, isOverdue, stateOf } from '../../../cloudfunctions/domains/feedback/rules/state';
import { feedbackRow } from '../../../cloudfunctions/domains/feedback/rules/waiting';

const ids = { id: 'f1', code: '4F7K', key: 'k1', memberId: 'm1' };
const words = { kind: 'complaint', text: '打不开' } as const;
const at = Date.UTC(2026, 10, 22, 16);

describe('feedback', () => {
  it('gets a ticket number that can be read aloud and a date for the reply', () => {
    const filed = newFeedback(ids, words, at);
    expect(filed).toMatchObject({ _id: 'f1', memberId: 'm1', at, reply: null, ticket: '20261123-4F7K' });
    expect(filed.replyBy).toBe('20261130');
    expect(filed).not.toHaveProperty('roughly');
    expect(newFeedback(ids, words, Date.UTC(2026, 11, 30))).toMatchObject({ roughly: true });
  });

  it('is promised a reply within five working days, at every instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_577_836_800_000, max: 4_102_444_800_000 }), (now) => {
        const { replyBy, ticket } = newFeedback(ids, words, now);
        expect(replyBy).toBe(addWorkdays(dayOf(now), 5).day);
        expect(ticket.slice(0, 8)).toBe(dayOf(now));
      }),
    );
  });

  it.each([
    ['review', 'words', true],
    ['rejected', 'risky', true],
    ['pending', 'down', undefined],
  ] as const)('whose check says %s (%s) is folded for the office: %p', (state, why, folded) => {
    const filed = newFeedback(ids, { ...words, checked: { passed: false, state, why, found: [] } }, at);
    expect(filed.folded).toBe(folded);
    expect(officeView(filed, 'm2', at).folded).toBe(folded);
  });

  it('of somebody who has not joined is kept for two years, a member’s until he has it erased', () => {
    expect(newFeedback({ ...ids, memberId: null }, words, at).keptUntil).toBeGreaterThan(at + 2 * 365 * DAY_MS);
    expect(newFeedback(ids, words, at)).not.toHaveProperty('keptUntil');
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

  const reply = { text: '已修好', at, by: 'm2' };
  const office = { id: 't1', from: 'office' as const, ...reply };

  it('shows where it stands: received, in hand, said again, answered, closed', () => {
    const filed = newFeedback(ids, words, at);
    expect(stateOf(filed)).toBe('received');
    expect(stateOf({ ...filed, taker: 'm2' })).toBe('inHand');
    expect(stateOf({ ...filed, turns: [office] })).toBe('reopened');
    expect(stateOf({ ...filed, state: 'answered', reply })).toBe('answered');
    expect(stateOf({ ...filed, state: 'closed' })).toBe('closed');
  });

  it('of before reads as it was: its answer is its only turn, and its state what the answer says', () => {
    const { state, turns, taker, anonymous, key, ...former } = newFeedback(ids, words, at);
    expect([state, turns, taker, anonymous, key]).toEqual(['open', [], null, false, 'k1']);
    expect([deskStateOf(former), stateOf(former), turnsOf(former)]).toEqual(['open', 'received', []]);
    const answered = { ...former, reply };
    expect(deskStateOf(answered)).toBe('answered');
    expect(feedbackView(answered)).toMatchObject({ anonymous: false, turns: [{ from: 'office', text: '已修好' }] });
    expect(turnsOf({ ...answered, turns: [office, office] })).toHaveLength(2);
  });

  it('is overdue from the day after the promised one, until it is answered', () => {
    const filed = newFeedback(ids, words, at);
    expect(isOverdue(filed, Date.UTC(2026, 10, 30, 4))).toBe(false);
    expect(isOverdue(filed, Date.UTC(2026, 10, 30, 17))).toBe(true);
    expect(isOverdue({ ...filed, state: 'answered' }, Date.UTC(2026, 11, 30))).toBe(false);
  });

  it('tells whoever answered how long he can take it back, and nobody else', () => {
    const answered = { ...newFeedback(ids, words, at), state: 'answered' as const, reply };
    expect(undoUntil(answered, 'm2', at + 1)).toBe(at + 600_000);
    expect(undoUntil(answered, 'm2', at + 600_000)).toBeNull();
    expect(undoUntil(answered, 'm3', at + 1)).toBeNull();
    expect(undoUntil({ ...answered, state: 'open' }, 'm2', at + 1)).toBeNull();
  });

  it('tells the office whose it is in hand, never by name', () => {
    const filed = newFeedback(ids, words, at);
    expect(officeView(filed, 'm2', at).taken).toBe('nobody');
    expect(officeView({ ...filed, taker: 'm2' }, 'm2', at).taken).toBe('me');
    expect(officeView({ ...filed, taker: 'm3' }, 'm2', at).taken).toBe('other');
    expect(officeView({ ...filed, roughly: true }, 'm2', at).roughly).toBe(true);
  });

  it('is told of to its sender and to whoever has it in hand, where there is one', () => {
    const filed = newFeedback(ids, words, at);
    expect(answeredNotice(filed)).toEqual([]);
    expect(answeredNotice({ ...filed, reply })).toMatchObject([{ to: 'm1', thing: 'f1' }]);
    expect(answeredNotice({ ...filed, memberId: null, reply })).toEqual([]);
    expect(dueNotice(filed)).toEqual([]);
    expect(dueNotice({ ...filed, taker: 'm2' })).toMatchObject([{ to: 'm2', about: '20261130' }]);
  });

  it('waits for the office in one row, by the one that is due first', () => {
    const filed = newFeedback(ids, words, at);
    expect(feedbackRow([], 20)).toEqual([]);
    expect(feedbackRow([filed, filed], 20)).toMatchObject([{ id: 'f1', title: '2 条投诉建议待答复', asks: true }]);
    expect(feedbackRow([filed, filed], 2)[0]?.title).toBe('2 条以上投诉建议待答复');
  });
});
