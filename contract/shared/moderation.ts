import * as v from 'valibot';
import { id } from './values';

/*
 * What a thing says of words of its that others do not see yet (docs/mechanisms/moderation.md). Only who wrote it and who
 * may edit it gets this; to everybody else it is not there, or as it was before.
 */

export const heldStates = ['waiting', 'rejected'] as const;
export type HeldState = (typeof heldStates)[number];

/** `publication`: nobody else sees the thing; `edit`: the earlier version stays up. `caseId` opens the author's page of it. */
export const held = v.object({
  of: v.picklist(['publication', 'edit']),
  state: v.picklist(heldStates),
  caseId: id,
});
export type Held = v.InferOutput<typeof held>;

/** Of a reply about one's own thing; absent where all of it is visible. */
export const heldField = { held: v.optional(held) };
