import { useMemo } from 'react';
import type { CheckIn } from '@contract/domains/checkin/actions';
import type { Month } from '@contract/day';
import { useWho } from '@backend/identity';
import { useOutbox } from '@/shared/outbox/outbox';
import { isCheckin } from './outbox/entry';
import { overlay, type ShownDay } from './outbox/overlay';

/** Nothing is known of a month's days. One and the same, so that a page does not draw again for it. */
export const none: readonly CheckIn[] = [];

/** A month's days as the person knows them: the server's, and what is still waiting on the phone. */
export function useShownDays(month: Month, days: readonly CheckIn[]): ShownDay[] {
  const who = useWho();
  const waiting = useOutbox((state) => state.waiting);
  return useMemo(
    () =>
      overlay(
        days,
        waiting.filter(isCheckin).filter((entry) => entry.who === who && entry.day.startsWith(month)),
      ),
    [days, waiting, who, month],
  );
}
