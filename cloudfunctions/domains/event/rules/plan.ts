import type { ErrorCode, FieldError } from '../../../../contract/errors';
import { judgeVersion } from '../../../shared/commands/rules/commands';
import { deriveCode } from '../../../kernel/ids';
import type { EventDoc } from '../collections';
import type { Times } from '../../../../contract/times';
import { timeErrors } from '../../../../contract/times';
import { isCalledOff } from './access';
import { seatsTaken } from '../../../shared/participation/rules/seats';

/** A code of when and where, short since every sign-up carries one; another one after the event was moved. */
export const planCode = ({ startsAt, endsAt, place }: Pick<EventDoc, 'startsAt' | 'endsAt' | 'place'>): string =>
  deriveCode(6, String(startsAt), String(endsAt), place);

/** What an organiser plans and may revise; the form stays as people answered it. */
export type Plan = Pick<
  EventDoc,
  'title' | 'kind' | 'place' | 'about' | 'startsAt' | 'endsAt' | 'deadline' | 'capacity'
>;
export interface Revision extends Plan {
  commandId: string;
  version: number;
}
export type RevisionVerdict =
  | { kind: 'seen' | 'go' }
  | {
      kind: 'refused';
      code: Extract<ErrorCode, 'CONFLICT' | 'EVENT_CANCELLED' | 'EVENT_TIMES_INVALID' | 'BAD_INPUT'>;
      /** Where the mistake is, when it is in a field. */
      fields?: FieldError[];
    };

type Standing = Times & Pick<EventDoc, 'capacity' | 'queued' | 'cancelled' | 'held' | 'commands' | 'version'>;

/** Whether a revision may stand. A seat that somebody has is never taken away. */
export function judgeRevision(event: Standing, revision: Revision, now: number): RevisionVerdict {
  const verdict = judgeVersion(event, revision);
  if (verdict === 'seen') return { kind: 'seen' };
  if (verdict === 'conflict') return { kind: 'refused', code: 'CONFLICT' };
  if (isCalledOff(event)) return { kind: 'refused', code: 'EVENT_CANCELLED' };
  const fields = timeErrors(revision, now, event);
  if (fields.length > 0) return { kind: 'refused', code: 'EVENT_TIMES_INVALID', fields };
  const seated = seatsTaken(event);
  if (revision.capacity >= seated) return { kind: 'go' };
  const message = `已有 ${seated} 人占到名额，名额不能少于 ${seated}`;
  return { kind: 'refused', code: 'BAD_INPUT', fields: [{ path: 'capacity', message }] };
}
