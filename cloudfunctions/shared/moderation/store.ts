import type { Conditions, Change } from '../../kernel/port';
import { noneOf } from '../../kernel/port';
import { remembering, wasSeen } from '../commands/rules/commands';
import type { ModerationDatabase } from './collections';
import { expiryOf } from './rules/cases';
import { after, erasedAfter, queueOf, type Step } from './rules/machine';
import type { CaseDoc, Decision } from './shape';

type Cases = ModerationDatabase['moderationCases'];

interface Taken {
  step: Step;
  now: number;
  /** Of a step that a command takes, so that it is taken once. */
  commandId?: string;
  /** All decisions afterwards; absent: as they were. */
  decisions?: Decision[];
  /** What else changes, and must hold. */
  set?: Change<CaseDoc>['set'];
  expected?: Conditions<CaseDoc>;
  /** One of these must hold besides. */
  anyOf?: readonly Conditions<CaseDoc>[];
}

/**
 * Takes a step from the case as it was seen: one conditional update, and a look where that fails, since the same command,
 * sent twice, may have been faster. `undefined` where the step is not to be taken, or somebody else was. What follows for the thing is still to be carried out (`settle`).
 */
export async function takeStep(
  cases: Cases,
  seen: CaseDoc,
  { step, now, commandId, decisions = seen.decisions, set, expected, anyOf }: Taken,
): Promise<CaseDoc | undefined> {
  const state = after(seen, step);
  if (state === undefined) return undefined;
  const appeal = (set?.appeal as CaseDoc['appeal'] | undefined) ?? seen.appeal;
  const queue = queueOf({ state, cause: seen.cause, appeal, decisions });
  const stepped = await cases.updateOne(
    {
      _id: seen._id,
      turn: seen.turn,
      state: seen.state,
      ...(commandId !== undefined && { commands: noneOf([commandId]) }),
      ...expected,
      ...(anyOf !== undefined && { anyOf }),
    },
    {
      set: {
        state,
        queue,
        claim: null,
        retryAt: null,
        told: seen.told || state === 'rejected',
        erasedAt: state === 'rejected' ? erasedAfter({ appeal }, now) : null,
        expiresAt: expiryOf(state, now),
        unsettledAt: now,
        decisions: decisions.map((one) => ({ ...one })),
        ...set,
      },
      inc: { turn: 1 },
      ...(commandId !== undefined && { push: remembering([commandId]) }),
    },
  );
  if (stepped !== undefined || commandId === undefined) return stepped;
  const standing = await cases.get(seen._id);
  return standing !== undefined && wasSeen(standing, commandId) ? standing : undefined;
}

/** What the step meant was carried out. */
export const settledNow = (cases: Cases, { _id, turn }: Pick<CaseDoc, '_id' | 'turn'>): Promise<number> =>
  cases.update({ _id, turn }, { unset: ['unsettledAt'] });
