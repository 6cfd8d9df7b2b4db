import { HOUR_MS } from '../../contract/durations';
import { NAME_THING } from '../../cloudfunctions/domains/me/rules/naming';
import { submitted } from '../../cloudfunctions/domains/recommendation/rules/words';
import { newRecommendation } from '../../cloudfunctions/domains/recommendation/rules/recommendation';
import type { RecommendationDoc } from '../../cloudfunctions/domains/recommendation/collections';
import { bookCopy } from '../../cloudfunctions/domains/book/rules/view';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { heldBy, lookIdOf, newCase, toLookAt, type NewCase } from '../../cloudfunctions/shared/moderation/rules/cases';
import { erasedAfter, queueOf } from '../../cloudfunctions/shared/moderation/rules/machine';
import type { CaseDoc, ReportDoc } from '../../cloudfunctions/shared/moderation/shape';
import { keptBack } from '../../cloudfunctions/shared/publication/rules/moderation';
import { demoKept, demoLooks, demoName, demoNote } from '../../demo/moderation';
import { demoInvitations } from '../../demo/moving';
import { demoMembers } from '../../demo/members';
import { memberId, type City } from './documents';

type Demo = (typeof demoKept)[number] | typeof demoNote | typeof demoName;

const caseId = (key: string): string => deriveId('mc', 'demo', key);
const checkedOf = ({ why, found = [] }: Demo, state: 'pending' | 'review' = 'review'): NewCase['checked'] => ({
  ...{ passed: false, state, why },
  found: [...found],
});

/** A case with what a moderator and its author have said since. */
function since(doc: CaseDoc, { rejected }: Demo, now: number): CaseDoc {
  if (rejected === undefined) return doc;
  const { reason, words, appeal } = rejected;
  const said = { verdict: 'rejected', reason, words, at: now, by: memberId('moderator'), onAppeal: false } as const;
  const appealed = appeal === undefined ? null : { text: appeal, at: now + HOUR_MS };
  const state = appealed === null ? 'rejected' : 'review';
  const after: CaseDoc = { ...doc, state, decisions: [said], appeal: appealed };
  const erasedAt = appealed === null ? erasedAfter({ appeal: null }, now) : null;
  return { ...after, queue: queueOf(after), turn: appealed === null ? 1 : 2, erasedAt };
}

/** Recommendations that nobody else sees yet, and their cases. */
function kept({ orgs, books, at }: City): { docs: RecommendationDoc[]; cases: CaseDoc[] } {
  const docs: RecommendationDoc[] = [];
  const cases: CaseDoc[] = [];
  for (const item of demoKept) {
    const [org, book] = [orgs.get(item.orgId), books.get(item.title)];
    const name = demoMembers.find(({ key }) => key === item.by)?.name;
    if (org === undefined || book === undefined || name === undefined) throw new Error(`demo data: ${item.key}`);
    const now = at - item.hoursAgo * HOUR_MS;
    const { reason, questions, pointer } = item;
    const said = { recommenderName: name, book: bookCopy(book), reason, questions: [...questions], pointer };
    const origin = { id: deriveId('r', 'demo', item.key), org, memberId: memberId(item.by), publishAt: now };
    const held = heldBy('publication', caseId(item.key), checkedOf(item));
    const doc = { ...newRecommendation(origin, said, now), ...keptBack(held, now) };
    const about = { id: caseId(item.key), kind: 'recommendation', cause: 'publication', scene: 3 } as const;
    docs.push(doc);
    cases.push(since(newCase({ ...submitted(doc), ...about, checked: checkedOf(item) }, now), item, now + HOUR_MS));
  }
  return { docs, cases };
}

/** A free text and a name that wait or were turned down. */
function words({ orgs, at }: City): CaseDoc[] {
  const made = (
    item: Demo,
    about: Pick<NewCase, 'kind' | 'cause' | 'scene' | 'thing' | 'title' | 'parts' | 'fields'>,
  ) => {
    const org = orgs.get(item.orgId);
    if (org === undefined) throw new Error(`demo data: ${item.key}`);
    const now = at - item.hoursAgo * HOUR_MS;
    const origin = { id: caseId(item.key), version: 0, org, authorId: memberId(item.by) };
    const checked = checkedOf(item, item === demoName ? 'pending' : 'review');
    return since(newCase({ ...about, ...origin, checked }, now), item, now + HOUR_MS);
  };
  const { text } = demoNote;
  const { name } = demoName;
  return [
    made(demoNote, {
      ...{ kind: 'invitation', cause: 'publication', scene: 2, title: '邀请的备注', fields: { text } },
      thing: deriveId('i', 'demo', demoInvitations[1].key),
      parts: [{ label: '备注', text }],
    }),
    made(demoName, {
      ...{ kind: 'name', cause: 'edit', scene: 1, title: '姓名', fields: { name, newcomer: false } },
      thing: NAME_THING,
      parts: [{ label: '姓名', text: name }],
    }),
  ];
}

/** Cases of what is up, and who reported it. */
function looks(recommendations: readonly RecommendationDoc[], at: number): { cases: CaseDoc[]; reports: ReportDoc[] } {
  const cases: CaseDoc[] = [];
  const reports: ReportDoc[] = [];
  for (const { of, hoursAgo, reported } of demoLooks) {
    const doc = recommendations.find(({ _id }) => _id === deriveId('r', 'demo', of));
    if (doc === undefined) throw new Error(`demo data: ${of}`);
    const now = at - hoursAgo * HOUR_MS;
    const cause = reported === undefined ? 'sample' : 'report';
    const id = lookIdOf(cause, 'recommendation', doc._id, doc.version);
    const about = { id, kind: 'recommendation', cause, scene: 0, checked: toLookAt() } as const;
    const reasons = reported === undefined ? [] : [reported.reason];
    const filed = newCase({ ...submitted(doc), ...about }, now);
    cases.push({ ...filed, reported: reasons });
    if (reported === undefined) continue;
    const by = memberId(reported.by);
    const said = { caseId: id, memberId: by, reason: reported.reason, words: '', at: now, expiresAt: filed.expiresAt };
    reports.push({ _id: deriveId('mr', by, 'recommendation', doc._id), ...said });
  }
  return { cases, reports };
}

/** All of the demo city that is moderated; `recommendations` are those that are up. */
export function moderationDocuments(city: City, recommendations: readonly RecommendationDoc[]) {
  const waiting = kept(city);
  const up = looks(recommendations, city.at);
  return {
    recommendations: waiting.docs,
    cases: [...waiting.cases, ...words(city), ...up.cases],
    reports: up.reports,
  };
}
