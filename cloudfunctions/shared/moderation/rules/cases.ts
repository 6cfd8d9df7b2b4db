import { APPEAL_DAYS, type Cause, type ModeratedKind } from '../../../../contract/domains/moderation/constants';
import { DAY_MS } from '../../../../contract/durations';
import type { Held as HeldView } from '../../../../contract/shared/moderation';
import { deriveId } from '../../../kernel/ids';
import type { CaseDoc, Decision, Held, ModeratedThing } from '../shape';
import type { Checked } from './check';
import { NEVER, queueOf, RETRY_MS } from './machine';

/** How long a record without words is kept for who looks into it later. */
const RECORD_DAYS = 400;
/** How long a case is kept of what came to nothing: it passed, or was written anew. */
const PASSED_DAYS = 30;

/** The case of one submission: the same command makes the same one. */
export const caseIdOf = (kind: ModeratedKind, thing: string, commandId: string): string =>
  deriveId('mc', kind, thing, commandId);
/** The case of a version that is up, by what has it looked at. */
export const lookIdOf = (cause: 'report' | 'sample', kind: ModeratedKind, thing: string, version: number): string =>
  deriveId('mc', cause, kind, thing, String(version));

export interface NewCase extends ModeratedThing {
  id: string;
  kind: ModeratedKind;
  cause: Cause;
  scene: number;
  checked: Extract<Checked, { passed: false }>;
}

/** WeChat's verdict among the decisions on a case. */
export const byMachine = (now: number): Decision => ({
  verdict: 'rejected',
  reason: null,
  words: '',
  at: now,
  by: null,
  onAppeal: false,
});

/** A case as it is stored at first. Used by handlers, seeds and tests. */
export function newCase(
  { id, kind, cause, scene, checked: { state, why, found }, org, parts, ...thing }: NewCase,
  now: number,
): CaseDoc {
  const decisions = state === 'rejected' ? [byMachine(now)] : [];
  const rejected = state === 'rejected';
  return {
    _id: id,
    kind,
    ...thing,
    parts: parts.filter(({ text }) => text !== ''),
    orgId: org._id,
    orgPath: [...org.path],
    orgName: org.name,
    cause,
    scene,
    state,
    queue: queueOf({ state, cause, appeal: null, decisions }),
    turn: 0,
    why,
    found,
    at: now,
    told: cause === 'publication' || cause === 'edit',
    retryAt: state === 'pending' && scene > 0 ? now + RETRY_MS : null,
    reported: [],
    claim: null,
    decisions,
    appeal: null,
    erasedAt: rejected ? now + APPEAL_DAYS * DAY_MS : null,
    expiresAt: expiryOf(state, now),
  };
}

/** Why there is a case of something that is up: somebody should look at it. */
export const toLookAt = (): NewCase['checked'] => ({ passed: false, state: 'review', why: 'looked', found: [] });

/** When a case goes for good: never while it is open. */
export function expiryOf(state: CaseDoc['state'], now: number): number {
  if (state === 'pending' || state === 'review') return NEVER;
  return now + (state === 'rejected' ? RECORD_DAYS : PASSED_DAYS) * DAY_MS;
}

/** What becomes of a case whose words are not there any more. */
export const overtaken = (now: number) =>
  ({
    state: 'overtaken',
    queue: 'done',
    claim: null,
    retryAt: null,
    erasedAt: null,
    expiresAt: expiryOf('overtaken', now),
  }) as const;

/**
 * A submission that is filed though it would pass now: its first sending was kept back and broke off before it was filed.
 * The author's next call finds it.
 */
export const asKept = (checked: Checked): NewCase['checked'] =>
  checked.passed ? { passed: false, state: 'pending', why: 'unknown', found: [] } : checked;

/** What a document embeds of words that wait or were turned down at once. */
export const heldBy = (of: Held['of'], caseId: string, checked: Extract<Checked, { passed: false }>): Held => ({
  of,
  state: checked.state === 'rejected' ? 'rejected' : 'waiting',
  caseId,
});

/** What its author and who may edit it are told of it: nothing where all is visible. */
export const heldView = (held: Held | undefined): { held?: HeldView } =>
  held === undefined ? {} : { held: { of: held.of, state: held.state, caseId: held.caseId } };
