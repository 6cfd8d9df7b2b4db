import { startOfDay } from '../../../contract/day';
import type { AuditDatabase, AuditDoc } from '../../../cloudfunctions/kernel/audit/collections';
import { entryHash, link, numbered } from '../../../cloudfunctions/kernel/audit/rules/chain';
import type { AuditFact } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { sealNext } from '../../../cloudfunctions/kernel/audit/seal';
import { memoryDatabase } from '../kernel/memory';

/* Audits made for tests: chains over a few days, after the one chain of earlier versions. */

export const DAY = 86_400_000;
export const firstDay = startOfDay('20261120');
/** All of the days are over. */
export const later = firstDay + 30 * DAY;

export const fact = (at: number, target = 'x'): AuditFact => ({
  at,
  actor: 'm',
  action: 'event.create',
  outcome: 'ok',
  target,
  requestId: `r${at}`,
  kind: 'act',
  orgs: ['root', 'd1'],
});

/** Without some of its fields. */
export const without = <T extends object, K extends keyof T & string>(whole: T, ...keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.some((one) => one === key))) as Omit<T, K>;

/** What the first versions knew of an act. */
const earlierFact = (at: number): Omit<AuditFact, 'kind' | 'orgs'> => without(fact(at), 'kind', 'orgs');

/** One entry of the first version's chain. */
export function earlierEntry(last: AuditDoc | undefined, at: number): AuditDoc {
  const number = Number(last?._id ?? 0) + 1;
  const entry = { ...earlierFact(at), _id: numbered(number), previous: last?.hash ?? '0'.repeat(64) };
  return { ...entry, hash: entryHash(entry) };
}

export interface Shape {
  /** Entries of the first version's chain. */
  earlier: number;
  /** The acts in order: which chain, and how many days after the first. */
  acts: readonly { chain: number; day: number }[];
}

/** The entries of a shape; in a chain days may go back, as they do for a call that began before midnight. */
export function entriesOf({ earlier, acts }: Shape): AuditDoc[] {
  const before: AuditDoc[] = [];
  for (let index = 0; index < earlier; index += 1) before.push(earlierEntry(before.at(-1), firstDay - DAY + index));
  const heads = new Map<number, AuditDoc>();
  const entries = acts.map(({ chain, day }, index) => {
    const entry = link(`c${chain}`, heads.get(chain), fact(firstDay + day * DAY + index));
    heads.set(chain, entry);
    return entry;
  });
  return [...before, ...entries];
}

export async function auditOf(shape: Shape): Promise<AuditDatabase> {
  const { db } = memoryDatabase();
  for (const entry of entriesOf(shape)) await db.audit.add(entry);
  return db;
}

/** Seals all days that are over. */
export async function sealAll(db: AuditDatabase, page?: number, now = later): Promise<number> {
  let seals = 0;
  while ((await sealNext(db, now, page)) !== undefined) seals += 1;
  return seals;
}

export const allEntries = (db: AuditDatabase): Promise<AuditDoc[]> =>
  db.audit.find({}, { sort: [['_id', 1]], limit: 1000 });
export const allSeals = (db: AuditDatabase) => db.seals.find({}, { sort: [['_id', 1]], limit: 1000 });
