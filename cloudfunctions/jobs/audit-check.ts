import { weekdayOf } from '../../contract/day';
import type { SealDoc } from '../kernel/audit/collections';
import { checkNext } from '../kernel/audit/check';
import type { Fault } from '../kernel/audit/rules/seal';
import { between } from '../kernel/port';
import type { Database } from '../schema';
import { defineJob } from '../shared/work/job';

const NAME = 'audit';
const MONDAY = 0;
/** Seals checked in one step. */
const SEALS = 10;

/** What an earlier run saw whole: up to a seal, or in earlier versions up to an entry of the one chain. */
interface Anchor {
  in: 'seals' | 'audit';
  id: string;
  hash: string;
}

/** The anchor that a run left in its result. */
export function anchorOf(result: string): Anchor | undefined {
  const [, word, id, hash] = /^(sealed|intact) (\d{12}) ([0-9a-f]{64})$/.exec(result) ?? [];
  if (id === undefined || hash === undefined) return undefined;
  return { in: word === 'sealed' ? 'seals' : 'audit', id, hash };
}

/** What came of the last runs, the latest first. */
async function findResults(db: Database): Promise<string[]> {
  const runs = await db.jobs.find(
    { _id: between(`${NAME}:0`, `${NAME}:9`) },
    { sort: [['_id', -1]], limit: 10, fields: ['result'] },
  );
  return runs.map(({ result }) => result).filter((result) => /^(sealed|intact|broken) /.test(result));
}

/** Where a run begins: after a seal, at the first one, or nowhere since what the last whole run saw is not there. */
async function begin(db: Database, day: string): Promise<{ last: SealDoc | undefined } | { fault: Fault }> {
  const results = await findResults(db);
  const anchor = results.map(anchorOf).find((found) => found !== undefined);
  if (anchor === undefined) return { last: undefined };
  const seen = await db[anchor.in].get(anchor.id);
  if (seen?.hash !== anchor.hash) return { fault: { kind: 'lost', id: anchor.id } };
  const goesOn = anchor.in === 'seals' && weekdayOf(day) !== MONDAY && results[0]?.startsWith('broken') !== true;
  return { last: goesOn ? (seen as SealDoc) : undefined };
}

/**
 * Checks what was sealed since the last run, and all of it on Mondays and after a run that found something. The seal or
 * entry that the last whole run ended with must still be there: so seals that were cut off show, too.
 */
export const auditCheck = defineJob<Database>({
  kind: NAME,
  every: 'day',
  async step(db, { key, cursor }) {
    const begun = cursor === undefined ? await begin(db, key) : { last: await db.seals.get(cursor) };
    if ('fault' in begun) return { done: report(begun.fault) };
    let { last } = begun;
    for (let checked = 0; checked < SEALS; checked += 1) {
      const next = await checkNext(db, last);
      if (next === undefined) return { done: last === undefined ? 'empty' : `sealed ${last._id} ${last.hash}` };
      if (next.fault !== undefined) return { done: report(next.fault) };
      last = next.seal;
    }
    return { cursor: last?._id ?? '' };
  },
});

function report({ kind, id }: Fault): string {
  console.error(JSON.stringify({ job: NAME, fault: kind, id }));
  return `broken ${kind} ${id}`;
}
