import { offlineOf } from '@contract/offline';
import type { ActionName } from '@contract/registry';

/** What is known of a kept reply without reading it. */
export interface IndexEntry {
  /** Where it is stored. */
  key: string;
  who: string;
  action: ActionName;
  /** When the server answered, epoch milliseconds. */
  at: number;
  bytes: number;
}

/** Replies at most; together they take at most ROOM_BYTES of the 10 MB that WeChat gives to a mini-program. */
export const MOST = 40;
export const ROOM_BYTES = 2_000_000;
/** A larger one is not kept. All first screens together fit into the room. */
export const LARGEST_BYTES = 300_000;

/** Bytes of a text as UTF-8; a pair of surrogates counts six instead of four. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/** A first screen of the person in use: nothing else puts it out. */
const isPinned = (entry: IndexEntry, who: string) => entry.who === who && offlineOf(entry.action) === 'pinned';

/** What stays of the entries, newest first, and what goes to keep within bounds: the oldest that is not pinned. */
export function fit(entries: readonly IndexEntry[], who: string): { stay: IndexEntry[]; go: IndexEntry[] } {
  const staying = new Set<IndexEntry>();
  let bytes = 0;
  const take = (entry: IndexEntry) => {
    if (staying.size >= MOST || bytes + entry.bytes > ROOM_BYTES) return;
    staying.add(entry);
    bytes += entry.bytes;
  };
  entries.filter((entry) => isPinned(entry, who)).forEach(take);
  entries.filter((entry) => !isPinned(entry, who)).forEach(take);
  return { stay: entries.filter((entry) => staying.has(entry)), go: entries.filter((entry) => !staying.has(entry)) };
}

/** The entry to give up first; one that is pinned only where `evenPinned`. */
export function leastWanted(
  entries: readonly IndexEntry[],
  who: string,
  { evenPinned }: { evenPinned: boolean },
): IndexEntry | undefined {
  // No `at`: iOS 13 lacks it.
  const unpinned = entries.filter((entry) => !isPinned(entry, who));
  return unpinned[unpinned.length - 1] ?? (evenPinned ? entries[entries.length - 1] : undefined);
}
