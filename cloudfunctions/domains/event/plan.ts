import type { ErrorCode, FieldError } from '../../../contract/errors';
import type { EventDoc } from '../../documents';
import { seatsTaken } from './rules';

/** What an organiser plans and may revise; the form stays as people answered it. */
export type Plan = Pick<
  EventDoc,
  'title' | 'kind' | 'place' | 'about' | 'startsAt' | 'endsAt' | 'deadline' | 'capacity'
>;
type Times = Pick<Plan, 'startsAt' | 'endsAt' | 'deadline'>;

/**
 * Whether the times can be: deadline ≤ start < end, and the deadline still to come. Of an event that is there already,
 * a time that stays the same may have passed, so that a room can be corrected on the day itself.
 */
export function timesFit({ startsAt, endsAt, deadline }: Times, now: number, before?: Times): boolean {
  const ordered = deadline <= startsAt && startsAt < endsAt;
  const ahead = (time: number, was: number | undefined) => time === was || time > now;
  return ordered && ahead(deadline, before?.deadline) && ahead(startsAt, before?.startsAt);
}

export interface Revision extends Plan {
  commandId: string;
  version: number;
}
export type RevisionVerdict =
  | { kind: 'seen' | 'go' }
  | { kind: 'refused'; code: Extract<ErrorCode, 'CONFLICT' | 'EVENT_CANCELLED' | 'EVENT_TIMES_INVALID'> }
  | { kind: 'refused'; code: 'BAD_INPUT'; fields: FieldError[] };

type Standing = Times &
  Pick<EventDoc, 'capacity' | 'cancelled' | 'commands' | 'version'> & { queue: readonly { m: string }[] };

/** Whether a revision may stand. A seat that somebody has is never taken away. */
export function judgeRevision(event: Standing, revision: Revision, now: number): RevisionVerdict {
  if (event.commands.includes(revision.commandId)) return { kind: 'seen' };
  if (event.version !== revision.version) return { kind: 'refused', code: 'CONFLICT' };
  if (event.cancelled) return { kind: 'refused', code: 'EVENT_CANCELLED' };
  if (!timesFit(revision, now, event)) return { kind: 'refused', code: 'EVENT_TIMES_INVALID' };
  const seated = seatsTaken(event);
  if (revision.capacity >= seated) return { kind: 'go' };
  const message = `已有 ${seated} 人占到名额，名额不能少于 ${seated}`;
  return { kind: 'refused', code: 'BAD_INPUT', fields: [{ path: 'capacity', message }] };
}
