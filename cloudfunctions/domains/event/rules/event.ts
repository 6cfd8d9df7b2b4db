import { formCode } from '../../../shared/participation/rules/answers';
import type { QueueEntry } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';
import type { Plan } from './plan';

/** Where an event comes from: its id, the org that holds it, and who published it. */
interface Origin {
  id: string;
  org: { _id: string; path: string[]; name: string };
  memberId: string;
}

/**
 * An event as it is stored at first, without anybody in it or with those who signed up, in order of arrival.
 * Used by the handler, by seeds and by tests.
 */
export const newEvent = (
  { id, org, memberId }: Origin,
  { title, kind, place, about, startsAt, endsAt, deadline, capacity, form }: Plan & Pick<EventDoc, 'form'>,
  now: number,
  queue: QueueEntry[] = [],
): EventDoc => ({
  _id: id,
  orgId: org._id,
  orgPath: [...org.path],
  orgName: org.name,
  memberId,
  title,
  kind,
  place,
  about,
  startsAt,
  endsAt,
  deadline,
  capacity,
  form,
  formCode: formCode(form),
  cancelled: false,
  version: 1,
  queue,
  queued: queue.length,
  commands: [],
  createdAt: now,
});
