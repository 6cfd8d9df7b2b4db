import { isDay } from '../../../contract/day';
import type { Others } from '../others';
import { openOwn } from '../own';
import { decodeCursor, encodeCursor, refuseCursor } from '../paging';
import { checkNext, checkPage, findUnsealed } from './check';
import { auditCollections, type AuditDatabase, type SealDoc } from './collections';
import type { Fault, Position } from './rules/seal';
import { noteOf } from './rules/seal';
import { findLastSeal } from './seal';

/* A check of everything in steps of one call each, for somebody who watches it. */

/** Seals checked in one step, or pages of entries that no seal covers: at most some thousands of entries. */
const STEPS = 5;

export interface VerifiedStep {
  seals: number;
  entries: number;
  /** Seals there are altogether. */
  of: number;
  fault: (Fault & { day: string | null }) | undefined;
  /** Where it goes on. */
  next: string | undefined;
}

type Place = { in: 'seals'; after: string } | { in: 'rest'; position: Position };

const sealCursor = (id: string): string => encodeCursor(['seals', id]);
const restCursor = ({ day, after }: Position): string => encodeCursor([`rest ${day ?? ''}`, after]);

/** A forged one that reads well only leaves out some of what is checked, for whoever forged it. */
function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { in: 'seals', after: '' };
  const [where, after] = decodeCursor(cursor);
  if (where === 'seals') return { in: 'seals', after };
  const [, day = ''] = /^rest (\d{8})?$/.exec(String(where)) ?? refuseCursor();
  return { in: 'rest', position: { day: isDay(day) ? day : null, after } };
}

/**
 * Checks what follows a place, some thousand entries at most. Three round trips for each seal or page, up to five of
 * them, and two or three more.
 */
export async function verifyStep(others: Others, cursor: string | undefined): Promise<VerifiedStep> {
  const db = openOwn(others, auditCollections);
  const place = placeOf(cursor);
  const newest = await findLastSeal(db);
  const of = newest === undefined ? 0 : Number(newest._id);
  return { of, ...(await (place.in === 'seals' ? checkSeals(db, place.after) : checkRest(db, place.position))) };
}

type Step = Omit<VerifiedStep, 'of'>;

async function checkSeals(db: AuditDatabase, after: string): Promise<Step> {
  let last: SealDoc | undefined = after === '' ? undefined : await db.seals.get(after);
  const step: Step = { seals: 0, entries: 0, fault: undefined, next: undefined };
  while (step.seals < STEPS) {
    const next = await checkNext(db, last);
    if (next === undefined) {
      const position = await findUnsealed(db, last);
      return { ...step, next: position && restCursor(position) };
    }
    if (next.fault !== undefined) return { ...step, fault: { ...next.fault, day: next.seal.day } };
    step.seals += 1;
    step.entries += next.seal.count;
    last = next.seal;
  }
  return { ...step, next: last && sealCursor(last._id) };
}

async function checkRest(db: AuditDatabase, begun: Position): Promise<Step> {
  let position: Position | undefined = begun;
  let entries = 0;
  for (let pages = 0; pages < STEPS && position !== undefined; pages += 1) {
    const page = await checkPage(db, position);
    if (page.fault !== undefined) {
      return { seals: 0, entries, fault: { ...page.fault, day: position.day }, next: undefined };
    }
    entries += page.count;
    position = page.next;
  }
  return { seals: 0, entries, fault: undefined, next: position && restCursor(position) };
}

/** Whether a seal that was noted down (`<number>:<hash>`) is there as it was. One round trip. */
export async function isStillThere(others: Others, noted: string): Promise<boolean> {
  const seal = await openOwn(others, auditCollections).seals.get(noted.slice(0, noted.indexOf(':')));
  return seal !== undefined && noteOf(seal) === noted;
}
