import type { Collection, Doc, Sdk } from '../integration/database/sdk';

/** What a case works with: the SDK and a collection of its own that holds the arranged documents. */
export interface Bench {
  db: Sdk;
  name: string;
  things: Collection;
  /** The same collection, sending operators as MongoDB writes them. */
  raw: Collection;
}

/** One documented behaviour. The same cases run here and, given credentials, on a real environment. */
export interface ParityCase {
  name: string;
  /** Where it is documented, in words: a page of the MongoDB manual or of the cloud's documentation. */
  source: string;
  arrange: Doc[];
  act: (bench: Bench) => Promise<unknown>;
  expect: unknown;
}

/** What a failed call is recorded as. */
export interface Failure {
  code: string;
}

/** Expects the call to be refused with a code; texts differ between server versions and are not compared. */
export function refused(code = 'DATABASE_REQUEST_FAILED'): Failure {
  return { code };
}

/** Runs a case on an empty collection; a refusal is a result like any other. */
export async function run({ arrange, act }: ParityCase, db: Sdk, name: string): Promise<unknown> {
  const things = db.collection(name);
  await things.where({ _id: db.command.exists(true) }).remove();
  if (arrange.length > 0) await things.add(arrange);
  try {
    return await act({ db, name, things, raw: db.collection(name).options({ raw: true }) });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw error;
    return /E11000/.test(message) ? { code, duplicate: true } : { code };
  }
}

/** The ids a query finds, in the order of the ids. */
export async function idsOf(collection: Collection, query: Doc): Promise<unknown[]> {
  const { data } = await collection.where(query).orderBy('_id', 'asc').limit(1000).get();
  return data.map(({ _id }) => _id);
}

/** A document without its id, or null. */
export async function content(collection: Collection, id = 'x'): Promise<Doc | null> {
  const [doc] = (await collection.where({ _id: id }).get()).data;
  if (!doc) return null;
  return Object.fromEntries(Object.entries(doc).filter(([key]) => key !== '_id'));
}

type Row<T extends unknown[]> = [name: string, ...T];

/** Queries over one set of documents, each with the ids it finds or its refusal. */
export function queries(source: string, arrange: Doc[], rows: Row<[query: Doc, expected: unknown]>[]): ParityCase[] {
  return rows.map(([name, query, expect]) => ({
    name,
    source,
    arrange,
    act: ({ raw }) => idsOf(raw, query),
    expect,
  }));
}

/** Updates of a document, each with what it becomes or its refusal. */
export function updates(source: string, rows: Row<[before: Doc, update: Doc, after: unknown]>[]): ParityCase[] {
  return rows.map(([name, before, update, expect]) => ({
    name,
    source,
    arrange: [{ _id: 'x', ...before }],
    act: async ({ raw }) => {
      await raw.where({ _id: 'x' }).update(update);
      return content(raw);
    },
    expect,
  }));
}

/** Pipelines over one set of documents, each with what it gives or its refusal. */
export function pipelines(
  source: string,
  arrange: Doc[],
  rows: Row<[stages: Doc[], expected: unknown]>[],
): ParityCase[] {
  return rows.map(([name, stages, expect]) => ({
    name,
    source,
    arrange,
    act: async ({ raw }) => (await raw.aggregate(stages).end()).data,
    expect,
  }));
}

/** Expressions on one document, each with its value (`absent` when the field is left out) or its refusal. */
export function expressions(doc: Doc, rows: [source: string, expression: unknown, expected: unknown][]): ParityCase[] {
  return rows.map(([source, expression, expect]) => ({
    name: `${JSON.stringify(expression)} on ${JSON.stringify(doc).slice(0, 60)}`,
    source: `MongoDB manual, ${source} (aggregation)`,
    arrange: [{ _id: 'x', ...doc }],
    act: async ({ raw }) => {
      const { data } = await raw.aggregate([{ $project: { _id: 0, v: expression } }]).end();
      return data[0] && 'v' in data[0] ? data[0].v : absent;
    },
    expect,
  }));
}

export const absent = 'the field is left out';
