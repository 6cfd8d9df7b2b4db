import { createHash } from 'node:crypto';
import type { AuditDoc, KernelDatabase } from './collections';

/*
 * The audit: append-only and hash-chained. Each entry's id is the next number, so that of several writers at once
 * exactly one gets it and the others read again; each hash covers the entry and the hash before it, so that nothing
 * can be changed or taken out from the middle unnoticed. Ids only: no phone, no openid, no name, no text.
 */

/** What is known of one act; the chain adds the rest. */
export type AuditFact = Pick<AuditDoc, 'at' | 'actor' | 'action' | 'outcome' | 'target' | 'requestId'>;

const GENESIS = '0'.repeat(64);
const DIGITS = 12;
/** Writers that keep losing give up after this long; the call then answers BUSY, and its retry is written anew. */
const PATIENCE_MS = 6000;

const idOf = (sequence: number): string => String(sequence).padStart(DIGITS, '0');

/** The hash that an entry must have. */
export function hashOf(entry: Omit<AuditDoc, 'hash'>): string {
  const { previous, _id, at, actor, action, outcome, target, requestId } = entry;
  const text = JSON.stringify([previous, _id, at, actor, action, outcome, target, requestId]);
  return createHash('sha256').update(text).digest('hex');
}

/** The entry that follows `last`, or the first one. */
export function link(last: Pick<AuditDoc, '_id' | 'hash'> | undefined, fact: AuditFact): AuditDoc {
  const entry = { ...fact, _id: idOf(Number(last?._id ?? 0) + 1), previous: last?.hash ?? GENESIS };
  return { ...entry, hash: hashOf(entry) };
}

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

/** Appends one fact to the chain, waiting its turn among parallel writers. Two round trips without a rival. */
export async function appendAudit(db: KernelDatabase, fact: AuditFact, patienceMs = PATIENCE_MS): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    const [last] = await db.audit.find({}, { sort: [['_id', -1]], limit: 1 });
    if (await db.audit.add(link(last, fact))) return;
    if (performance.now() > giveUp) throw Object.assign(new Error('audit chain busy'), { code: 'EXCEED_AUDIT_TURNS' });
    await wait(Math.random() * Math.min(10 * attempt, 120));
  }
}

export type Verdict = { intact: true; last: AuditDoc | undefined } | { intact: false; brokenAt: string };

/** Checks consecutive entries, from the first one of the chain or from the one after `previous`. */
export function verifyAudit(entries: readonly AuditDoc[], previous?: AuditDoc): Verdict {
  let last = previous;
  for (const entry of entries) {
    const { hash, ...rest } = entry;
    const follows = entry._id === idOf(Number(last?._id ?? 0) + 1) && entry.previous === (last?.hash ?? GENESIS);
    if (!follows || hash !== hashOf(rest)) return { intact: false, brokenAt: entry._id };
    last = entry;
  }
  return { intact: true, last };
}

const isId = (key: string): boolean => key === 'id' || (key.endsWith('Id') && key !== 'commandId');

/** The ids that an action touched, from its input and its reply: `orgId=o1 event=e1`. Looks one level deep. */
export function targetOf(input: unknown, output: unknown): string {
  const found = new Set<string>();
  for (const [key, value] of Object.entries({ ...(input as object) })) {
    if (isId(key) && typeof value === 'string') found.add(`${key}=${value}`);
  }
  for (const [key, value] of Object.entries({ ...(output as object) })) {
    const id: unknown = (value as { id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') found.add(`${key}=${id}`);
  }
  return [...found].join(' ');
}
