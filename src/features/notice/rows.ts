import { dayOf } from '@contract/day';
import type { Notice } from '@contract/shared/notices';
import { declared, routeNames } from '@/routes/table';
import { dayText } from '@/shared/dayText';
import { open } from '@/shared/nav';

/** What stands at the end of a notice's row. */
export const noticeState = ({ read, at }: Notice): string =>
  read ? dayText(dayOf(at)) : `未读 · ${dayText(dayOf(at))}`;

/** Opens the page that such a notice leads to; nothing where this version knows none. */
export function opensNotice({ kind, thing }: Notice): (() => void) | undefined {
  const name = routeNames.find((route) => declared(route).notices?.includes(kind));
  return name && (() => open(name, { id: thing }));
}
