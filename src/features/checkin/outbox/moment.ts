import { CLOCK_TOLERANCE_MS } from '@contract/constants';
import type { ServerClock } from '@/shared/call/clock';

/*
 * When a tap was, by the server's clock (docs/adr/0012). The phone's clock may be wrong and may be set at any moment;
 * what is known is the offset before the tap, the offset after it, and that the tap lies between the two replies.
 */

/** A tap as the phone saw it. */
export interface Tap {
  /** The phone's clock at the tap. */
  tappedAt: number;
  /** What was known of the server's clock at the tap; absent on taps stored by earlier versions. */
  clock?: ServerClock;
}

/** The moment by what was known at the tap; `undefined` when it cannot be, as the tap came after that reply. */
export function momentBefore({ tappedAt, clock }: Tap): number | undefined {
  if (!clock) return undefined;
  const at = tappedAt + clock.offset;
  return at >= clock.since - CLOCK_TOLERANCE_MS ? at : undefined;
}

/**
 * The moment by a reply that came after the tap, once and for all. What the screen showed at the tap holds as long as it
 * is possible; otherwise the clock was set before the tap, and the newer offset holds.
 */
export function settledMoment(tap: Tap, now: ServerClock): number {
  const earliest = (tap.clock?.since ?? 0) - CLOCK_TOLERANCE_MS;
  const latest = now.since + CLOCK_TOLERANCE_MS;
  const candidates = [momentBefore(tap), tap.tappedAt + now.offset].filter((at) => at !== undefined);
  const possible = candidates.find((at) => at >= earliest && at <= latest);
  // None: the clock was set more than once between the replies. The tap still lies between them.
  return possible ?? Math.min(Math.max(candidates[0] ?? latest, earliest), latest);
}
