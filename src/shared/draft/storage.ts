import { currentWho } from '@backend/identity';
import { forgetStored, readStored, store, storedKeys, storeIfRoom, tellFull } from '@/shared/storage';

const PREFIX = 'draft:';
/** Values kept on this phone for the person in use; another person on the same machine never sees them. */
const keyOf = (name: string): string => `${PREFIX}${currentWho()}:${name}`;

/** As long as replies: what nobody went on with for so long is not gone on with. */
export const DRAFT_LIFE_MS = 30 * 86_400_000;

interface Stored {
  /** When it was last written, epoch milliseconds by the phone; null: it never grows old. */
  at: number | null;
  text: string;
}

/** Both ways, because a clock may be set back. */
const isOld = ({ at }: Stored): boolean => at !== null && Math.abs(Date.now() - at) >= DRAFT_LIFE_MS;

/** What is stored under a key; what an earlier version of the app left there, a text alone, is as new as today. */
function read(key: string): Stored | undefined {
  const kept = readStored<string | Partial<Stored>>(key);
  if (typeof kept === 'string') return { at: Date.now(), text: kept };
  if (typeof kept?.text !== 'string' || (kept.at !== null && typeof kept.at !== 'number')) return undefined;
  return { at: kept.at, text: kept.text };
}

/** What was kept under `name`, or `undefined`. Anything unreadable or too old counts as nothing. */
export function readKept<T>(name: string): T | undefined {
  const kept = read(keyOf(name));
  if (kept === undefined || kept.text === '' || isOld(kept)) return undefined;
  try {
    return JSON.parse(kept.text) as T;
  } catch {
    return undefined;
  }
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/**
 * What was typed into a form that starts from `initial`. A field of another kind than the form's, left by an older
 * version of the app, counts as not typed: it could not be drawn.
 */
export function readTyped<T extends object>(name: string, initial: T): T | undefined {
  const kept = readKept<unknown>(name);
  if (kindOf(kept) !== 'object') return undefined;
  const start = new Map<string, unknown>(Object.entries(initial));
  const fits = ([field, value]: [string, unknown]) =>
    (start.get(field) ?? null) === null || kindOf(start.get(field)) === kindOf(value);
  return Object.fromEntries(Object.entries(kept as object).filter(fits)) as T;
}

const write = (name: string, kept: Stored): void => {
  if (!store(keyOf(name), kept)) tellFull();
};

/** Keeps a draft; a full phone stops nobody from typing: the text is on the screen, only its copy is missing. */
export const keep = (name: string, value: unknown): void =>
  write(name, { at: Date.now(), text: JSON.stringify(value) });

/** The same for what is no draft and saves typing for as long as the app is used, such as earlier answers (rule R8). */
export const keepForGood = (name: string, value: unknown): void =>
  write(name, { at: null, text: JSON.stringify(value) });

export const forget = (name: string): void => forgetStored(keyOf(name));

/** At launch: removes drafts that are too old, whoever's they are; those without an age get one. */
export function sweepDrafts(): void {
  for (const key of storedKeys()) {
    if (!key.startsWith(PREFIX)) continue;
    const kept = read(key);
    if (kept === undefined || isOld(kept)) forgetStored(key);
    else if (typeof readStored(key) === 'string') storeIfRoom(key, kept);
  }
}
