import { offlineOf } from '@contract/offline';
import type { ActionName } from '@contract/registry';
import { currentWho } from '@backend/identity';
import { forgetStored, onFull, readStored, storedKeys, storeIfRoom } from '@/shared/storage';
import { serverNow } from './clock';
import { bytesOf, fit, LARGEST_BYTES, leastWanted, type IndexEntry } from './reply-cache-room';

/*
 * The last good reply of each query that the contract lets a phone keep (docs/adr/0011), so that what was seen can be
 * seen again offline. A cache only: it may be gone at any moment, and it never outranks what the server says.
 */
const LIFE_MS = 30 * 86_400_000;
const INDEX = 'replies';
const PREFIX = 'reply:';

interface Reply {
  version: string;
  at: number;
  data: object;
}
interface Index {
  version: string;
  /** The newest first. */
  entries: IndexEntry[];
}

/** A hash of the contract, put in by the build (config/contract-stamp.ts): a reply of another shape is not shown. */
const version = (): string => process.env.TARO_APP_CONTRACT ?? '';

/** Both ways, because a clock may be set back. */
const isYoung = ({ at }: { at: number }): boolean => Math.abs(serverNow() - at) < LIFE_MS;

const keyOf = (who: string, action: string, input: unknown) => `${PREFIX}${who}:${action}:${JSON.stringify(input)}`;

function readIndex(): IndexEntry[] {
  const index = readStored<Partial<Index>>(INDEX);
  if (index?.version !== version() || !Array.isArray(index.entries)) return [];
  return index.entries.filter((entry) => typeof entry?.key === 'string' && typeof entry.bytes === 'number');
}
const writeIndex = (entries: IndexEntry[]): boolean => storeIfRoom(INDEX, { version: version(), entries });

/** False where nothing could be removed, or not for good. */
function remove(isGone: (entry: IndexEntry) => boolean): boolean {
  const entries = readIndex();
  const gone = entries.filter(isGone);
  if (gone.length === 0) return false;
  for (const { key } of gone) forgetStored(key);
  return writeIndex(entries.filter((entry) => !gone.includes(entry)));
}

// What the person writes is worth more than what can be fetched again.
onFull(() => {
  const least = leastWanted(readIndex(), currentWho(), { evenPinned: true });
  return least !== undefined && remove(({ key }) => key === least.key);
});

/** Where the phone is full, a first screen takes the place of other pages; for any other nothing gives way. */
function write(who: string, action: ActionName, input: unknown, reply: Reply): void {
  const bytes = bytesOf(JSON.stringify(reply));
  if (bytes > LARGEST_BYTES) return forgetReply(who, action, input);
  const entry: IndexEntry = { key: keyOf(who, action, input), who, action, at: reply.at, bytes };
  const known = readIndex();
  const { stay, go } = fit([entry, ...known.filter(({ key }) => key !== entry.key)], who);
  for (const { key } of go) forgetStored(key);

  let others = stay.filter((other) => other !== entry);
  let stored = storeIfRoom(entry.key, reply);
  while (!stored && offlineOf(action) === 'pinned') {
    const least = leastWanted(others, who, { evenPinned: false });
    if (!least) break;
    forgetStored(least.key);
    others = others.filter((other) => other !== least);
    stored = storeIfRoom(entry.key, reply);
  }
  const before = known.find(({ key }) => key === entry.key);
  writeIndex([...(stored ? [entry] : before ? [before] : []), ...others]);
}

function read(who: string, action: ActionName, input: unknown): Reply | undefined {
  if (!offlineOf(action)) return undefined;
  const reply = readStored<Partial<Reply>>(keyOf(who, action, input));
  if (reply?.version !== version() || typeof reply.at !== 'number' || !isYoung({ at: reply.at })) return undefined;
  return typeof reply.data === 'object' && reply.data !== null ? (reply as Reply) : undefined;
}

/** What was kept for a query, if the contract allows it, of this version and not too old. */
export const cachedReply = (who: string, action: ActionName, input: unknown): unknown => read(who, action, input)?.data;

/** When the server gave the reply that is kept for a query, epoch milliseconds. */
export const cachedAt = (who: string, action: ActionName, input: unknown): number | undefined =>
  read(who, action, input)?.at;

/** Keeps a reply that came just now, if the contract lets a phone keep it. */
export function cacheReply(who: string, action: ActionName, input: unknown, data: object): void {
  if (offlineOf(action)) write(who, action, input, { version: version(), at: serverNow(), data });
}

/** Changes what is kept, as a command that was confirmed changed it; it grows no younger by that. */
export function amendCached<T>(who: string, action: ActionName, input: unknown, change: (data: T) => T): void {
  const reply = read(who, action, input);
  if (reply) write(who, action, input, { ...reply, data: change(reply.data as T) as object });
}

/** Forgets what was kept for one query. */
export function forgetReply(who: string, action: ActionName, input: unknown): void {
  const key = keyOf(who, action, input);
  // Whether or not the index knows of it.
  forgetStored(key);
  remove((entry) => entry.key === key);
}

/** Forgets everything kept of one person. */
export function forgetPerson(who: string): void {
  for (const key of storedKeys()) if (key.startsWith(`${PREFIX}${who}:`)) forgetStored(key);
  remove((entry) => entry.who === who);
}

/** At launch: removes what is too old, of another version, or left by the app before it kept to these rules. */
export function sweepReplies(): void {
  remove((entry) => !isYoung(entry) || !offlineOf(entry.action));
  const known = new Set(readIndex().map(({ key }) => key));
  for (const key of storedKeys()) {
    const isOld = key === 'kept' || key.startsWith('kept:');
    if (isOld || (key.startsWith(PREFIX) && !known.has(key))) forgetStored(key);
  }
}
