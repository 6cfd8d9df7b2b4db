import type { Collection, Doc } from '../../cloudfunctions/kernel/port';
import { schema } from '../../cloudfunctions/schema';
import type { CollectionName, Database } from '../../cloudfunctions/schema';
import { memoryDatabase } from '../unit/kernel/memory';

/** Runs around every round trip: to count, to let others go first, to kill before the step or after it. */
export interface Gate {
  before?: (call: string) => Promise<void> | void;
  after?: (call: string) => Promise<void> | void;
}

function gated<T extends Doc>(name: string, collection: Collection<T>, gate: Gate): Collection<T> {
  const step = async <R>(method: string, work: () => Promise<R>): Promise<R> => {
    await gate.before?.(`${name}.${method}`);
    const result = await work();
    await gate.after?.(`${name}.${method}`);
    return result;
  };
  return {
    get: (...call) => step('get', () => collection.get(...call)),
    find: (...call) => step('find', () => collection.find(...call)),
    findWith: (...call) => step('find', () => collection.findWith(...call)),
    gather: (...call) => step('find', () => collection.gather(...call)),
    tally: (...call) => step('count', () => collection.tally(...call)),
    count: (...call) => step('count', () => collection.count(...call)),
    add: (...call) => step('add', () => collection.add(...call)),
    addAll: (...call) => step('addAll', () => collection.addAll(...call)),
    update: (...call) => step('update', () => collection.update(...call)),
    updateOne: (...call) => step('updateOne', () => collection.updateOne(...call)),
    remove: (...call) => step('remove', () => collection.remove(...call)),
  };
}

/** The database in memory with a gate around every round trip; `dump` is everything in it, for comparing two. */
export function gatedDatabase(gate: Gate): { db: Database; dump: () => Promise<Record<string, unknown>> } {
  const { db } = memoryDatabase();
  const names = Object.keys(schema) as CollectionName[];
  const plain = names.map((name) => [name, db[name] as unknown as Collection<Doc>] as const);
  const wrapped = plain.map(([name, collection]) => [name, gated(name, collection, gate)] as const);
  const dump = async () => {
    const all = plain.map(async ([name, docs]) => [name, await docs.find({}, { sort: [['_id', 1]], limit: 1000 })]);
    return Object.fromEntries(await Promise.all(all)) as Record<string, unknown>;
  };
  return { db: Object.fromEntries(wrapped) as unknown as Database, dump };
}
