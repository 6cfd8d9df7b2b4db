import type { Graduation, Place, Transfer } from '../../../../contract/domains/transfer/actions';
import { UNDO_MS, type TransferState } from '../../../../contract/domains/transfer/constants';
import type { GraduationDoc, TransferDoc } from '../collections';

/** What is read of a movement to show it. */
export const viewFields = [
  ...(['memberId', 'kind', 'state', 'fromId', 'fromPath', 'fromName', 'toId', 'toPath', 'toName', 'reason'] as const),
  ...(['by', 'proposed', 'at', 'until', 'closedAt', 'answer', 'settledAt', 'leg'] as const),
] as const;
export type Shown = Pick<TransferDoc, '_id' | (typeof viewFields)[number]>;

/** How far up the orgs are named that tell two of one name apart. */
const ABOVE = 2;
/** The ids of the orgs right above one, the nearest last; the root says nothing about any. */
export const aboveOf = (path: readonly string[]): string[] => path.slice(1, -1).slice(-ABOVE);
export const orgsNamedBy = (docs: readonly Pick<Shown, 'fromPath' | 'toPath'>[]): string[] => [
  ...new Set(docs.flatMap(({ fromPath, toPath }) => [...aboveOf(fromPath), ...aboveOf(toPath)])),
];

/** An org by its name and those above it. */
export function placeOf(
  org: { id: string | null; path: readonly string[]; name: string | null },
  names: ReadonlyMap<string, string>,
): Place | null {
  if (org.id === null || org.name === null) return null;
  const above = aboveOf(org.path).flatMap((id) => names.get(id) ?? []);
  return { id: org.id, name: org.name, above: above.length === 0 ? null : above.join(' · ') };
}

const shownState = (state: TransferDoc['state']): TransferState =>
  state === 'prepared' || state === 'undoing' ? 'moving' : state;

/** Whether the person himself may take back what he did last: his leaving, or that he withdrew. */
export const isOwnUndo = ({ kind, state }: Pick<Shown, 'kind' | 'state'>): boolean =>
  (kind === 'leave' && state === 'done') || state === 'withdrawn';
/** Whether the receiving org may take back what it answered. */
export const isAnswerUndo = ({ state, answer }: Pick<Shown, 'state' | 'answer'>): boolean =>
  answer !== null && (state === 'done' || state === 'declined');

/** Until when what was done last may be taken back; null once that is over. */
export function undoUntil({ closedAt }: Pick<Shown, 'closedAt'>, now: number): number | null {
  if (closedAt === null) return null;
  const until = closedAt + UNDO_MS;
  return now < until ? until : null;
}

interface Seen {
  now: number;
  /** Names of orgs above. */
  orgs: ReadonlyMap<string, string>;
  /** Names of members; absent where it is one's own. */
  people?: ReadonlyMap<string, string>;
  mayUndo: boolean;
}

/** A movement as the person, or an org, sees it. */
export const transferView = (doc: Shown, { now, orgs, people, mayUndo }: Seen): Transfer => ({
  id: doc._id,
  kind: doc.kind,
  state: shownState(doc.state),
  person: people ? { id: doc.memberId, name: people.get(doc.memberId) ?? '已注销的成员' } : null,
  from: placeOf({ id: doc.fromId, path: doc.fromPath, name: doc.fromName }, orgs),
  to: placeOf({ id: doc.toId, path: doc.toPath, name: doc.toName }, orgs),
  reason: doc.reason,
  answer: doc.answer === null || doc.answer.text === '' ? null : doc.answer.text,
  proposed: doc.proposed,
  settled: doc.settledAt !== null,
  at: doc.at,
  until: doc.until,
  closedAt: doc.closedAt,
  undoUntil: mayUndo ? undoUntil(doc, now) : null,
});

/** A graduation as who did it sees it; `waiting` are those who are still to be moved. */
export const graduationView = (
  { _id, orgId, orgName, at, people, state }: GraduationDoc,
  waiting: number,
  now: number,
): Graduation => ({
  id: _id,
  org: { id: orgId, name: orgName },
  at,
  people,
  moved: people - waiting,
  state: state === 'preparing' ? 'running' : state,
  undoUntil: state === 'done' ? undoUntil({ closedAt: at }, now) : null,
});
