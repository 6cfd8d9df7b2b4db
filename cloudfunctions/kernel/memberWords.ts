import { kernelCollections } from './collections';
import type { Others } from './others';
import { openOwn } from './own';

/* Whether words of a member's wait to be asked about in a call of his, which he brings along with every call. */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** Words of his wait since then. One round trip. */
export const noteUnchecked = (others: Others, memberId: string, now: number): Promise<number> =>
  members(others).update({ _id: memberId }, { set: { unchecked: now } });

/** None wait of those that did by then; of words that came later he still has the note. One round trip. */
export const forgetUnchecked = (others: Others, memberId: string, asOf: number): Promise<number> =>
  members(others).update({ _id: memberId, unchecked: asOf }, { unset: ['unchecked'] });
