import { caseCardView, caseDetailView, ownCaseView } from '../../../cloudfunctions/domains/moderation/rules/view';
import { waitingRows } from '../../../cloudfunctions/domains/moderation/rules/waiting';
import { asKept, byMachine, heldBy, heldView, newCase } from '../../../cloudfunctions/shared/moderation/rules/cases';
import { NEVER } from '../../../cloudfunctions/shared/moderation/rules/machine';
import { noticeOf } from '../../../cloudfunctions/shared/moderation/rules/telling';
import type { CaseDoc } from '../../../cloudfunctions/shared/moderation/shape';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;
const org = { _id: 'b1', path: ['root', 'b1'], name: '一支部' };
const long = '字'.repeat(200);

const filed = (state: 'pending' | 'review' | 'rejected' = 'review', more: Partial<CaseDoc> = {}): CaseDoc => {
  const parts = [
    { label: '荐语', text: `开头\n${long}` },
    { label: '空', text: '' },
  ];
  const thing = { thing: 'r1', version: 1, org, authorId: 'author', title: '荐书', parts, fields: null };
  const about = { id: 'mc1', kind: 'recommendation', cause: 'publication', scene: 3 } as const;
  const checked = { passed: false, state, why: 'review', found: ['加微信'] } as const;
  return { ...newCase({ ...thing, ...about, checked: { ...checked, found: ['加微信'] } }, NOW), ...more };
};
const decided = { verdict: 'rejected', reason: 'insult', words: '请改', at: NOW, by: 'm1', onAppeal: false } as const;

describe('a new case', () => {
  it('is asked about again only where there was no verdict, and goes only once it is over', () => {
    expect(filed('pending')).toMatchObject({ retryAt: NOW + 60_000, expiresAt: NEVER, erasedAt: null, decisions: [] });
    expect(filed('review')).toMatchObject({ retryAt: null, expiresAt: NEVER });
    expect(filed('rejected')).toMatchObject({ queue: 'done', erasedAt: NOW + 14 * DAY, decisions: [byMachine(NOW)] });
  });
  it('keeps no empty words', () => expect(filed().parts).toHaveLength(1));
  it('of what waited and would pass now is left to the author’s next call', () => {
    expect(asKept({ passed: true })).toMatchObject({ state: 'pending' });
    expect(asKept({ passed: false, state: 'review', why: 'words', found: [] })).toMatchObject({ state: 'review' });
  });
  it('is told to whoever may edit the thing, as waiting or turned down', () => {
    const checked = { passed: false, state: 'rejected', why: 'risky', found: [] } as const;
    expect(heldView(heldBy('edit', 'mc1', { ...checked, found: [] }))).toEqual({
      held: { of: 'edit', state: 'rejected', caseId: 'mc1' },
    });
    expect(heldBy('edit', 'mc1', { ...checked, state: 'review', found: [] }).state).toBe('waiting');
    expect(heldView(undefined)).toEqual({});
  });
});

describe('a case in the queue', () => {
  it('has a short beginning in one line, and says whose claim it is while that lasts', () => {
    const card = (claim: CaseDoc['claim']) => caseCardView(filed('review', { claim }), 'm1', NOW);
    expect(Array.from(card(null).excerpt)).toHaveLength(81);
    expect(card(null).excerpt).toMatch(/^开头 字+…$/);
    expect(caseCardView(filed('review', { parts: [{ label: '', text: '短' }] }), 'm1', NOW).excerpt).toBe('短');
    expect(card(null).claim).toBe('free');
    expect(card({ by: 'm1', until: NOW + 1 })).toMatchObject({ claim: 'mine', claimUntil: NOW + 1 });
    expect(card({ by: 'm2', until: NOW + 1 }).claim).toBe('other');
    expect(card({ by: 'm2', until: NOW })).toMatchObject({ claim: 'free', claimUntil: null });
  });
  it('says to nobody who wrote it or who decided', () => {
    const doc = filed('review', { decisions: [decided], appeal: { text: '误判', at: NOW } });
    const view = caseDetailView(doc, { memberId: 'm1', before: [{ label: 'x', text: 'y' }], takesBack: true }, NOW);
    expect(JSON.stringify(view)).not.toMatch(/author|"m1"/);
    expect(view).toMatchObject({ hindered: 'samePerson', file: null, before: [{ text: 'y' }] });
    const media = { media: { fileId: 'f1', traceId: 't', appId: 'a' } };
    expect(caseDetailView(filed('review', media), { memberId: 'm', before: [], takesBack: false }, NOW).file).toBe(
      'f1',
    );
  });
});

describe('an author’s own case', () => {
  it('tells the decision, whose kind it was, and until when he may appeal', () => {
    expect(ownCaseView(filed('pending'), NOW)).toMatchObject({ byPerson: false, decision: null, mayAppealUntil: null });
    expect(ownCaseView(filed('rejected'), NOW)).toMatchObject({
      ...{ decision: { byMachine: true }, mayAppealUntil: NOW + 14 * DAY, appeal: null },
    });
    const appealed = filed('rejected', {
      state: 'review',
      appeal: { text: '误判', at: NOW },
      decisions: [decided],
    });
    expect(ownCaseView(appealed, NOW)).toMatchObject({ decision: null, appeal: { answered: false } });
    const answered = { ...appealed, state: 'visible', decisions: [decided, { ...decided, onAppeal: true }] } as const;
    expect(ownCaseView({ ...answered, decisions: [...answered.decisions] }, NOW).appeal).toMatchObject({
      answered: true,
    });
  });
});

describe('what stands on 我的', () => {
  const rows = (cases: CaseDoc[], run: string[] = ['root'], counted = 100) =>
    waitingRows(cases, { memberId: 'author', run, counted });
  it('are one’s own, one by one, and one row for each org that one decides for', () => {
    expect(rows([filed()])).toMatchObject([{ source: 'moderation.mine', id: 'mc1', asks: false, until: null }]);
    const rejected = filed('rejected');
    expect(rows([rejected])).toMatchObject([{ title: '荐书没有通过审核', asks: true, until: NOW + 14 * DAY }]);
    expect(rows([{ ...rejected, decisions: [] }])).toMatchObject([{ until: NOW + 14 * DAY }]);
    const another = (orgName: string) => ({ ...filed(), authorId: 'another', orgName });
    expect(rows([another('一支部'), another('一支部')])).toMatchObject([
      { source: 'moderation.queue', id: 'root', title: '2 条内容待审核', context: '一支部', asks: true },
    ]);
    expect(rows([another('一支部'), another('二支部')], ['root', 'other'], 2)).toMatchObject([
      { title: '2 多条内容待审核', context: '一支部等 2 个组织' },
    ]);
    expect(rows([{ ...filed(), told: false }])).toEqual([]);
    expect(rows([{ ...rejected, authorId: 'another' }])).toEqual([]);
  });
});

describe('what an author is told', () => {
  it('is what came of it, in words that say nothing of what was judged', () => {
    const told = (more: Partial<CaseDoc>) => noticeOf(filed('review', { turn: 2, ...more }));
    expect(told({ state: 'visible' })).toMatchObject({
      kind: 'contentDecided',
      about: '2',
      thing: 'mc1',
      to: 'author',
    });
    expect(told({ state: 'rejected' })?.data.title).toBe('荐书没有通过审核');
    const appeal = { text: 'x', at: NOW };
    expect(told({ state: 'rejected', appeal })).toMatchObject({
      kind: 'contentAppealed',
      data: { title: '荐书申诉后仍没有通过' },
    });
    expect(told({ state: 'overtaken', cause: 'edit' })?.data.title).toBe('荐书没有写进去');
    expect(told({ state: 'overtaken' })).toBeUndefined();
    expect(told({ state: 'review' })).toBeUndefined();
    expect(told({ state: 'visible', told: false })).toBeUndefined();
  });
});
