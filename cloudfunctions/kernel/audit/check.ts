import { above } from '../port';
import type { AuditDatabase, SealDoc } from './collections';
import { findBefore, findDayAfter, findPage, PAGE } from './read';
import { brokenEntry } from './rules/chain';
import type { Fault, Position } from './rules/seal';
import { faultOf, restOf } from './rules/seal';

/** Checks the seal after `last` and all that it covers; `undefined` when there is none. Three round trips. */
export async function checkNext(
  db: AuditDatabase,
  last: SealDoc | undefined,
): Promise<{ seal: SealDoc; fault: Fault | undefined } | undefined> {
  const [seal] = await db.seals.find({ _id: above(last?._id ?? '') }, { sort: [['_id', 1]], limit: 1 });
  if (seal === undefined) return undefined;
  const { after } = restOf(last) ?? { after: '' };
  // One more than was sealed: nothing may have come to a day that is complete.
  const entries = await findPage(db, { day: seal.day, after }, seal.count + (seal.complete ? 1 : 0));
  return { seal, fault: faultOf(seal, last, { entries, before: await findBefore(db, entries) }) };
}

/** Where the entries begin that no seal covers yet. One round trip at most, two where nothing is sealed. */
export const findUnsealed = async (db: AuditDatabase, last: SealDoc | undefined): Promise<Position | undefined> =>
  restOf(last) ?? (await findDayAfter(db, last?.day));

/** Checks one page of entries that no seal covers yet; how many, the first that is broken, and where it goes on. Three round trips. */
export async function checkPage(
  db: AuditDatabase,
  position: Position,
): Promise<{ count: number; fault: Fault | undefined; next: Position | undefined }> {
  const entries = await findPage(db, position, PAGE);
  const broken = brokenEntry(entries, await findBefore(db, entries));
  if (broken !== undefined) return { count: 0, fault: { kind: 'entry', id: broken }, next: undefined };
  const end = entries.length < PAGE ? undefined : entries.at(-1)?._id;
  const next = end === undefined ? await findDayAfter(db, position.day) : { ...position, after: end };
  return { count: entries.length, fault: undefined, next };
}

/** Checks the entries that no seal covers yet, a page at a time; how many there are, and the first that is broken. */
async function checkUnsealed(
  db: AuditDatabase,
  last: SealDoc | undefined,
): Promise<{ count: number; fault: Fault | undefined }> {
  let count = 0;
  for (let position = await findUnsealed(db, last); position !== undefined;) {
    const page = await checkPage(db, position);
    if (page.fault !== undefined) return { count, fault: page.fault };
    count += page.count;
    position = page.next;
  }
  return { count, fault: undefined };
}

/** What a check of everything found. */
export interface Audited {
  seals: number;
  /** Entries under a seal, and those of days that are not sealed yet. */
  sealed: number;
  unsealed: number;
  /** One for each seal whose entries are not as they were, at most. */
  faults: Fault[];
  last: SealDoc | undefined;
}

/** Checks every seal and every entry. Three round trips for each seal. */
export async function checkAll(db: AuditDatabase): Promise<Audited> {
  const found: Audited = { seals: 0, sealed: 0, unsealed: 0, faults: [], last: undefined };
  for (let next = await checkNext(db, undefined); next !== undefined; next = await checkNext(db, next.seal)) {
    found.seals += 1;
    found.sealed += next.seal.count;
    found.last = next.seal;
    if (next.fault !== undefined) found.faults.push(next.fault);
  }
  const { count, fault } = await checkUnsealed(db, found.last);
  found.unsealed = count;
  if (fault !== undefined) found.faults.push(fault);
  return found;
}
