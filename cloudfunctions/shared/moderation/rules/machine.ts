import {
  APPEAL_DAYS,
  LEASE_MINUTES,
  UNDO_HOURS,
  type CaseState,
  type Queue,
} from '../../../../contract/domains/moderation/constants';
import { DAY_MS, HOUR_MS } from '../../../../contract/durations';
import type { CaseDoc, Decision } from '../shape';

/*
 * The one state machine of everything that is moderated: pending → visible, rejected or review; review → visible or
 * rejected by a person. Nothing becomes visible but by a verdict; where there is none, nothing moves.
 */

export const LEASE_MS = LEASE_MINUTES * 60_000;
/** What is never reached. */
export const NEVER = 9_000_000_000_000;
/** Time between two questions to WeChat about the same words. */
export const RETRY_MS = 60_000;

/** How a case stands, as far as steps depend on it. */
export type Standing = Pick<CaseDoc, 'state' | 'cause' | 'appeal' | 'decisions' | 'erasedAt'>;

export type Step =
  | { how: 'checked'; suggest: 'pass' | 'review' | 'risky' }
  | { how: 'decided'; verdict: 'visible' | 'rejected' }
  | { how: 'appealed' }
  | { how: 'undone' }
  | { how: 'overtaken' };

const isOpen = (state: CaseState): boolean => state === 'pending' || state === 'review';

const bySuggestion = { pass: 'visible', review: 'review', risky: 'rejected' } as const;

/** The state after a step, or `undefined` where the step is not to be taken from here. */
export function after({ state, appeal }: Standing, step: Step): CaseState | undefined {
  switch (step.how) {
    case 'checked':
      return state === 'pending' ? bySuggestion[step.suggest] : undefined;
    case 'decided':
      return isOpen(state) ? step.verdict : undefined;
    case 'appealed':
      return state === 'rejected' && appeal === null ? 'review' : undefined;
    case 'undone':
      return state === 'visible' || state === 'rejected' ? 'review' : undefined;
    case 'overtaken':
      return isOpen(state) ? 'overtaken' : undefined;
  }
}

/** Whose turn it is in the queue. */
export function queueOf({ state, cause, appeal, decisions }: Omit<Standing, 'erasedAt'>): Queue {
  if (!isOpen(state)) return 'done';
  const answered = decisions.some(({ onAppeal }) => onAppeal);
  if (appeal !== null && !answered) return 'appeal';
  return cause === 'report' || cause === 'sample' ? cause : 'first';
}

/**
 * What a step means for the thing: it is shown, kept from others for good, or waits. What was up already when somebody
 * reported it stays up until a person has decided, and comes back when that decision is taken back.
 */
export function thingAfter(
  { cause, appeal }: Pick<Standing, 'cause' | 'appeal'>,
  state: CaseState,
): 'visible' | 'rejected' | 'waiting' | undefined {
  if (state === 'visible' || state === 'rejected') return state;
  if (state === 'overtaken') return undefined;
  const wasUp = cause === 'report' || cause === 'sample';
  return wasUp && appeal === null ? 'visible' : 'waiting';
}

const isAnswered = ({ decisions }: Pick<Standing, 'decisions'>): boolean => decisions.some(({ onAppeal }) => onAppeal);

/** Until when the author may appeal; null where he cannot. */
export function appealUntil({ state, appeal, decisions }: Standing, now: number): number | null {
  const last = decisions.at(-1);
  if (state !== 'rejected' || appeal !== null || last === undefined) return null;
  const until = last.at + APPEAL_DAYS * DAY_MS;
  return now < until ? until : null;
}

/** When the words of what was just turned down are erased: after the time for an appeal, or, on one, for an undo. */
export const erasedAfter = ({ appeal }: Pick<Standing, 'appeal'>, now: number): number =>
  now + (appeal === null ? APPEAL_DAYS * DAY_MS : UNDO_HOURS * HOUR_MS);

/** Why a person cannot decide about a case; null where he can. An appeal is for somebody who had no part in it yet. */
export function hindrance(
  doc: Standing & Pick<CaseDoc, 'authorId'>,
  memberId: string,
): 'own' | 'samePerson' | 'closed' | null {
  if (!isOpen(doc.state)) return 'closed';
  if (doc.authorId === memberId) return 'own';
  const appealed = doc.appeal !== null && !isAnswered(doc);
  return appealed && doc.decisions.some(({ by }) => by === memberId) ? 'samePerson' : null;
}

/** Whether the last decision can be taken back by somebody: a person's, of less than a day, nothing following from it. */
export function mayUndo(
  doc: Standing & Pick<CaseDoc, 'parts'>,
  { now, takesBack }: { now: number; takesBack: boolean },
): boolean {
  const last: Decision | undefined = doc.decisions.at(-1);
  if (last === undefined || last.by === null || now >= last.at + UNDO_HOURS * HOUR_MS) return false;
  if (doc.parts.length === 0) return false;
  return doc.state === 'rejected' || (doc.state === 'visible' && takesBack);
}
