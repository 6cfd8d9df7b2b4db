import type { CaseCard, CaseDetail, OwnCase } from '../../../../contract/domains/moderation/actions';
import { EXCERPT_MAX } from '../../../../contract/domains/moderation/constants';
import { appealUntil, hindrance, mayUndo } from '../../../shared/moderation/rules/machine';
import type { CaseDoc, Decision, Part } from '../../../shared/moderation/shape';

/** What a list of cases needs of each. */
export const cardFields = [
  'kind',
  'cause',
  'state',
  'queue',
  'orgName',
  'title',
  'parts',
  'at',
  'why',
  'reported',
  'claim',
] as const satisfies readonly (keyof CaseDoc)[];
type CardDoc = Pick<CaseDoc, '_id' | (typeof cardFields)[number]>;

/** The beginning of what is judged, in one line. */
function excerptOf(parts: readonly Part[]): string {
  const line = Array.from(
    parts
      .map(({ text }) => text)
      .join(' / ')
      .replace(/\s+/g, ' '),
  );
  return line.length <= EXCERPT_MAX ? line.join('') : `${line.slice(0, EXCERPT_MAX).join('')}…`;
}

/** A case in a list, as one moderator sees it. */
export function caseCardView(doc: CardDoc, memberId: string, now: number): CaseCard {
  const claim = doc.claim !== null && doc.claim.until > now ? doc.claim : null;
  return {
    id: doc._id,
    kind: doc.kind,
    cause: doc.cause,
    state: doc.state,
    queue: doc.queue,
    orgName: doc.orgName,
    title: doc.title,
    excerpt: excerptOf(doc.parts),
    at: doc.at,
    why: doc.why,
    reported: doc.reported,
    claim: claim === null ? 'free' : claim.by === memberId ? 'mine' : 'other',
    claimUntil: claim?.until ?? null,
  };
}

const decisionView = ({ verdict, reason, words, at, by, onAppeal }: Decision) => ({
  verdict,
  reason,
  words,
  at,
  byMachine: by === null,
  onAppeal,
});

/** A case with all that helps to decide; who wrote it and who decided before stay inside. */
export const caseDetailView = (
  doc: CaseDoc,
  { memberId, before, takesBack }: { memberId: string; before: readonly Part[]; takesBack: boolean },
  now: number,
): CaseDetail => ({
  ...caseCardView(doc, memberId, now),
  orgId: doc.orgId,
  thing: doc.thing,
  parts: doc.parts.map((part) => ({ ...part })),
  before: before.map((part) => ({ ...part })),
  found: doc.found,
  file: doc.media?.fileId ?? null,
  appeal: doc.appeal,
  decisions: doc.decisions.map(decisionView),
  hindered: hindrance(doc, memberId),
  mayUndo: mayUndo(doc, { now, takesBack }),
});

/** A case as its author sees it; who decided stays inside. */
export function ownCaseView(doc: CaseDoc, now: number): OwnCase {
  const last = doc.decisions.at(-1);
  const isOver = doc.state === 'visible' || doc.state === 'rejected';
  const answered = doc.decisions.some(({ onAppeal }) => onAppeal);
  return {
    id: doc._id,
    kind: doc.kind,
    cause: doc.cause,
    state: doc.state,
    thing: doc.thing,
    title: doc.title,
    at: doc.at,
    parts: doc.parts.map((part) => ({ ...part })),
    byPerson: doc.retryAt === null,
    decision: last !== undefined && isOver ? decisionView(last) : null,
    appeal: doc.appeal && { ...doc.appeal, answered },
    mayAppealUntil: appealUntil(doc, now),
    erasedAt: doc.erasedAt,
  };
}
