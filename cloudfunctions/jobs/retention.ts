import { among, below } from '../kernel/port';
import type { Collection, Doc } from '../kernel/port';
import type { CollectionName } from '../schema';
import { schema } from '../schema';
import type { Job } from './job';

const BATCH = 500;
/** Batches of one collection in one run; what is left waits an hour. */
const BATCHES_MAX = 100;
const DAY_MS = 86_400_000;

/** Documents whose `field` is below this instant are past their date. */
export const dueBefore = ({ days }: { days: number }, now: number): number => now - days * DAY_MS;

/** Removes in batches, each one small step through the index of the field. */
async function removeBelow(collection: Collection<Doc>, field: string, instant: number): Promise<number> {
  let removed = 0;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const due = await collection.find(
      { [field]: below(instant) },
      { sort: [[field as '_id', 1]], limit: BATCH, fields: ['_id'] },
    );
    if (due.length > 0) removed += await collection.remove({ _id: among(due.map(({ _id }) => _id)) });
    if (due.length < BATCH) break;
  }
  return removed;
}

/** Removes what has been kept as long as its collection says (R7). */
export const retention: Job = {
  name: 'retention',
  every: 'hour',
  async run(db, now) {
    const results: string[] = [];
    for (const name of Object.keys(schema) as CollectionName[]) {
      const rule = schema[name].retention;
      if (rule === null) continue;
      const removed = await removeBelow(db[name], rule.field, dueBefore(rule, now));
      results.push(`${name} ${removed}`);
    }
    return results.join(', ');
  },
};
