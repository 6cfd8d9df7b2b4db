import { config } from '../../../../contract/config';
import { dayOf, startOfDay } from '../../../../contract/day';
import { DAY_MS, HOUR_MS } from '../../../../contract/durations';
import { noticeKindTable, type MessageTemplate, type NoticeKind } from '../../../../contract/shared/notices/constants';
import type { ConsentsDoc, NoticeDoc, Quiet } from '../shape';

const WEEK_MS = 7 * DAY_MS;
/** A message about something older disturbs without being of use; the notice stays in the inbox. */
export const STALE_MS = 2 * DAY_MS;

/** What somebody has who has said nothing: no consent, the configured cap and hours. */
export const unsaid = (memberId: string): ConsentsDoc => ({
  _id: memberId,
  left: {},
  sent: [],
  on: {},
  perWeek: config.messages.perWeek,
  quiet: config.messages.quiet,
  version: 0,
  commands: [],
});

/** Whether messages are sent of this kind: as the person says, else as the table does. */
export const wants = ({ on }: Pick<ConsentsDoc, 'on'>, kind: NoticeKind): boolean =>
  on[kind] ?? noticeKindTable[kind].on;

/** When the quiet hours that hold at this instant are over; this instant where none hold. */
export function quietUntil(quiet: Quiet | null, now: number): number {
  if (quiet === null || quiet.from === quiet.to) return now;
  const midnight = startOfDay(dayOf(now));
  const hour = (now - midnight) / HOUR_MS;
  const { from, to } = quiet;
  if (from < to) return hour >= from && hour < to ? midnight + to * HOUR_MS : now;
  if (hour >= from) return midnight + DAY_MS + to * HOUR_MS;
  return hour < to ? midnight + to * HOUR_MS : now;
}

/** From when on one more message stays within the weekly cap: in any seven days there are at most so many. */
export function capFrees({ sent, perWeek }: Pick<ConsentsDoc, 'sent' | 'perWeek'>, now: number): number {
  // The cap is whatever was configured when he said nothing, and never above what is configured now.
  const cap = Math.min(perWeek, config.messages.perWeek);
  if (cap < 1) return Infinity;
  const times = sent.map(({ at }) => at).sort((one, other) => one - other);
  const hindering = times[times.length - cap];
  return hindering === undefined ? now : Math.max(now, hindering + WEEK_MS);
}

/** What becomes of some notices of one member at this instant. */
export type Plan =
  /** One message about these; the others are not wanted, or too old. */
  | { how: 'send'; template: MessageTemplate; notices: NoticeDoc[] }
  | { how: 'later'; at: number; notices: NoticeDoc[] }
  | { how: 'none' };

/**
 * Decides about the due notices of one member: none that he has read, does not want, or that is stale; not in his quiet
 * hours, not beyond the cap, not without a consent; several are one digest, or without a consent to it the latest alone.
 */
export function planFor(
  consents: ConsentsDoc,
  due: readonly NoticeDoc[],
  templates: ReadonlySet<MessageTemplate>,
  now: number,
): Plan {
  const wanted = due.filter(({ kind, read, at }) => !read && wants(consents, kind) && now - at < STALE_MS);
  const usable = (template: MessageTemplate) => templates.has(template) && (consents.left[template] ?? 0) > 0;
  const together = wanted.length > 1 && usable('digest');
  const latest = [...wanted].reverse().find(({ kind }) => usable(noticeKindTable[kind].template));
  if (!together && latest === undefined) return { how: 'none' };
  const at = Math.max(quietUntil(consents.quiet, now), capFrees(consents, now));
  if (at > now) {
    // What would wait until no message about it is of use does not wait.
    const notices = wanted.filter((one) => at - one.at < STALE_MS);
    return notices.length > 0 ? { how: 'later', at, notices } : { how: 'none' };
  }
  if (together || latest === undefined) return { how: 'send', template: 'digest', notices: wanted };
  return { how: 'send', template: noticeKindTable[latest.kind].template, notices: [latest] };
}
