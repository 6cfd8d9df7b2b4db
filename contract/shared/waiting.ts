import * as v from 'valibot';
import { id } from './values';

/** One matter that waits for a person, as a row of 我的 (docs/mechanisms/waiting.md). */
export const waitingItem = v.object({
  /** `<domain>.<what>`; the page that such a row leads to names it in `src/routes`. */
  source: v.string(),
  /** What that page is opened with, as `id`. */
  id,
  /** As the row reads: what it is, and one line of context. */
  title: v.string(),
  context: v.string(),
  /** True where the person is asked to do something, false where he waits for somebody else. */
  asks: v.boolean(),
  /** Since when it waits, epoch milliseconds. */
  at: v.number(),
  /** When it lapses by itself; null where it does not. */
  until: v.nullable(v.number()),
});
export type WaitingItem = v.InferOutput<typeof waitingItem>;
