import * as v from 'valibot';
import { commandId, cursor, id, instant } from './values';

/*
 * What an org publishes for its subtree: written, published at once or at a time, revised, withdrawn and restored.
 */

export const publicationStates = ['scheduled', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof publicationStates)[number];

/** Of a card: since or from when it is visible, epoch milliseconds, and how it stands. */
export const publicationCard = { publishAt: v.number(), state: v.picklist(publicationStates) };

/** Null: at once. Absent: at once for a new one; a revision leaves the time alone. */
export const publishAt = v.optional(v.nullable(instant));

/** `version` is the one the writer saw; a newer one is a CONFLICT, so no edit is lost unseen. */
export const revisionInput = { commandId, id, version: v.number() };

/** An undo names the version that its act made: what somebody did since is left alone, with a CONFLICT. */
export const withdrawalInput = v.strictObject({
  commandId,
  id,
  withdrawn: v.boolean(),
  version: v.optional(v.number()),
});

/** Published to me, or what I wrote, in every state. */
export const publicationListInput = v.strictObject({
  which: v.picklist(['visible', 'mine']),
  cursor: v.optional(cursor),
});
