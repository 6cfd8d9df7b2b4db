import type { OwnData } from '../../../../contract/domains/owndata/actions';
import { COUNTS_HOURS, GRACE_DAYS } from '../../../../contract/domains/owndata/constants';
import { DAY_MS, HOUR_MS } from '../../../../contract/durations';
import type { MemberDoc } from '../../../kernel/collections';
import type { CountsDoc } from '../collections';

/** When somebody who asks now will be erased. */
export const erasingFrom = (now: number): NonNullable<MemberDoc['erasing']> => ({
  askedAt: now,
  at: now + GRACE_DAYS * DAY_MS,
});

/** When counts that are made now are to be made anew. */
export const countsUntil = (now: number): number => now + COUNTS_HOURS * HOUR_MS;

/** What the person sees of what is stored of him. */
export function ownDataView(
  counted: CountsDoc | undefined,
  { counting, erasing }: { counting: boolean; erasing: MemberDoc['erasing'] },
  now: number,
): OwnData {
  const fresh = counted !== undefined && counted.expiresAt > now ? counted : undefined;
  return {
    counts: fresh?.counts ?? null,
    countedAt: fresh?.at ?? null,
    counting,
    erasing: erasing === undefined ? null : { askedAt: erasing.askedAt, at: erasing.at },
  };
}
