import { DAY_MS } from '../../contract/durations';
import { noteRemovals } from '../domains/owndata/public';
import type { Files } from '../kernel/files';
import { storedIn, type AnyDoc } from '../kernel/personal';
import { among, below } from '../kernel/port';
import type { Collection } from '../kernel/port';
import type { CollectionName, Database } from '../schema';
import { schema } from '../schema';
import { defineJob } from '../shared/work/job';

const BATCH = 500;

/** Documents whose `field` is below this instant are past their date. */
export const dueBefore = ({ days }: { days: number }, now: number): number => now - days * DAY_MS;

/** Removes one batch through the index of the field, before it what of it lies in storage; how many there were. */
async function removeBatch(
  { collection, stored, files }: { collection: Collection<AnyDoc>; stored: readonly string[]; files: Files },
  field: string,
  instant: number,
): Promise<number> {
  const due = await collection.find(
    { [field]: below(instant) },
    { sort: [[field, 1]], limit: BATCH, fields: ['_id', ...stored] },
  );
  const paths = due.flatMap((doc) => storedIn(doc, stored));
  if (paths.length > 0) await files.remove(paths);
  return due.length === 0 ? 0 : collection.remove({ _id: among(due.map(({ _id }) => _id)) });
}

const limited = Object.entries(schema).flatMap(([name, { retention: rule, stored = [] }]) =>
  rule === null ? [] : [{ name: name as CollectionName, rule, stored }],
);

/** Removes what has been kept as long as its collection says (R7). */
export const retention = defineJob<Database, { at: string; removed: Record<string, number> }>({
  kind: 'retention',
  every: 'hour',
  async step(db, { cursor: { at, removed } = { at: limited[0]?.name ?? '', removed: {} }, now, files, others, key }) {
    const index = limited.findIndex(({ name }) => name === at);
    const found = limited[index];
    if (found === undefined) return { done: said(removed) };
    const { name, rule, stored } = found;
    const collection = db[name] as unknown as Collection<AnyDoc>;
    const count = await removeBatch({ collection, stored, files }, rule.field, dueBefore(rule, now));
    const total = count === 0 ? removed : { ...removed, [name]: (removed[name] ?? 0) + count };
    if (count === BATCH) return { cursor: { at, removed: total } };
    const next = limited[index + 1];
    if (next !== undefined) return { cursor: { at: next.name, removed: total } };
    await noteRemovals(others, { _id: key, at: now, removed: total });
    return { done: said(total) };
  },
});

const said = (removed: Record<string, number>): string =>
  Object.entries(removed)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'nothing';
