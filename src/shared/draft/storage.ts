import { currentWho } from '@/shared/backend/local/identity';
import { forgetStored, readStored, store, tellFull } from '@/shared/storage';

/** Values kept on this phone for the person in use; another person on the same machine never sees them. */
const keyOf = (name: string): string => `draft:${currentWho()}:${name}`;

/** What was kept under `name`, or `undefined`. Anything unreadable counts as nothing. */
export function readKept<T>(name: string): T | undefined {
  const text: unknown = readStored(keyOf(name));
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text) as T;
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

/** Keeps a value; a full phone stops nobody from typing: the text is on the screen, only its copy is missing. */
export function keep(name: string, value: unknown): void {
  if (!store(keyOf(name), JSON.stringify(value))) tellFull();
}

export const forget = (name: string): void => forgetStored(keyOf(name));
