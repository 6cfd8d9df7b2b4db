import { dayOf } from '@contract/day';
import type { WaitingItem } from '@contract/shared/waiting';
import { declared, routeNames } from '@/routes/table';
import { dayText } from '@/shared/dayText';
import { open } from '@/shared/nav';

/** The rows stand together, what is asked first; so the head says what the first of them is. */
export const waitingTitle = (items: readonly WaitingItem[]): string =>
  items.some(({ asks }) => asks) ? '等我处理' : '与我有关';

/** Whose turn it is, and until when: a day, never a countdown. */
export function waitingState({ asks, until }: WaitingItem): string | undefined {
  const day = until === null ? undefined : dayText(dayOf(until));
  if (asks) return day && `${day}前`;
  return day ? `等答复，至${day}` : '等答复';
}

/** Opens the page that says it deals with such a matter; nothing where this version knows none. */
export function opensWaiting({ source, id }: WaitingItem): (() => void) | undefined {
  const name = routeNames.find((route) => declared(route).waiting?.includes(source));
  return name && (() => open(name, { id }));
}
