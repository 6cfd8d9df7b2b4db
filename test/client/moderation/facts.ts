import type { CaseCard, CaseDetail, OwnCase } from '@contract/domains/moderation/actions';

const at = Date.UTC(2026, 10, 30, 1);

/** A case in a queue. */
export const card = (over: Partial<CaseCard> = {}): CaseCard => ({
  ...{ id: 'mc1', kind: 'event', cause: 'publication', state: 'review', queue: 'first' },
  ...{ orgName: '城南支部', title: '春日读诗会', excerpt: '春日读诗会 / 加微信', at, why: 'words', reported: [] },
  ...{ claim: 'free', claimUntil: null },
  ...over,
});

/** The same, opened. */
export const detail = (over: Partial<CaseDetail> = {}): CaseDetail => ({
  ...card(over),
  ...{ orgId: 'b1', thing: 'e1', parts: [{ label: '介绍', text: '带一首诗来，加微信。' }], before: [] },
  ...{ found: ['加微信'], file: null, appeal: null, decisions: [], hindered: null, mayUndo: false },
  ...over,
});

/** One's own. */
export const own = (over: Partial<OwnCase> = {}): OwnCase => ({
  ...{ id: 'mc1', kind: 'event', cause: 'publication', state: 'review', thing: 'e1', title: '春日读诗会', at },
  ...{ parts: [{ label: '介绍', text: '带一首诗来。' }], byPerson: true, decision: null, appeal: null },
  ...{ mayAppealUntil: null, erasedAt: null },
  ...over,
});
