/*
 * The database port: all that domain code sees of the database. The adapter over the CloudBase SDK is `sdk.ts`; nothing
 * else imports the SDK. Every method is one round trip.
 */

/** Every document has a text id made by us. */
export interface Doc {
  _id: string;
}

export type Scalar = string | number | boolean | null;

/** A condition on one field. A bare scalar means equality (on an array field: one element equals). */
export type Condition =
  | Scalar
  | { readonly op: 'in' | 'nin' | 'all'; readonly values: readonly Scalar[] }
  | { readonly op: 'neq' | 'lt' | 'lte' | 'gt' | 'gte'; readonly value: Scalar }
  /** Both bounds included. */
  | { readonly op: 'between'; readonly from: Scalar; readonly to: Scalar }
  /** One element of an array lies between them; `between` also holds where one is above and another below. */
  | { readonly op: 'oneBetween'; readonly from: Scalar; readonly to: Scalar };

export const among = (values: readonly Scalar[]): Condition => ({ op: 'in', values });
export const noneOf = (values: readonly Scalar[]): Condition => ({ op: 'nin', values });
export const all = (values: readonly Scalar[]): Condition => ({ op: 'all', values });
export const not = (value: Scalar): Condition => ({ op: 'neq', value });
export const below = (value: Scalar): Condition => ({ op: 'lt', value });
export const atMost = (value: Scalar): Condition => ({ op: 'lte', value });
export const above = (value: Scalar): Condition => ({ op: 'gt', value });
export const atLeast = (value: Scalar): Condition => ({ op: 'gte', value });
export const between = (from: Scalar, to: Scalar): Condition => ({ op: 'between', from, to });
export const oneBetween = (from: Scalar, to: Scalar): Condition => ({ op: 'oneBetween', from, to });

/** A field of the document, or a dotted path below one. */
export type Path<T> = (keyof T & string) | `${keyof T & string}.${string}`;

/** All conditions must hold. Only scalars reach the database, so no operator can ride in from input. */
export type Conditions<T> = { readonly [P in Path<T>]?: Condition };

/** All conditions must hold and, when there is `anyOf`, at least one of these besides. */
export type Query<T> = Conditions<T> & { readonly anyOf?: readonly Conditions<T>[] };

/** A plain value to store. */
export type Value = Scalar | readonly Value[] | { readonly [key: string]: Value };

/** One atomic change of one document. */
export interface Change<T> {
  set?: { readonly [P in Path<T>]?: Value };
  unset?: readonly Path<T>[];
  /** Moves what is at a path to another, over whatever is there; a path without a value moves nothing. */
  rename?: { readonly [P in Path<T>]?: Path<T> };
  inc?: { readonly [P in Path<T>]?: number };
  /** Appends; `keepLast` drops the oldest beyond that many. */
  push?: { readonly [P in Path<T>]?: { items: readonly Value[]; keepLast?: number } };
  addToSet?: { readonly [P in Path<T>]?: readonly Value[] };
  /** Removes the elements that equal the scalar, or whose fields equal all of the given ones. */
  pull?: { readonly [P in Path<T>]?: Scalar | { readonly [key: string]: Scalar } };
}

export interface FindOptions<T> {
  sort?: readonly (readonly [Path<T>, 1 | -1])[];
  /** 1 to 1000. */
  limit: number;
  skip?: number;
  /** Only these fields (and `_id`) come back; the type does not narrow, so ask for what you read. */
  fields?: readonly Path<T>[];
}

/*
 * Values that the database computes of an array in a document, so that of thousands of elements only those that are
 * needed travel. They are asked for beside fields (`findWith`) and cost no further round trip; which documents are
 * looked at is still the query's and its index's affair.
 */

declare const result: unique symbol;

/** Where a window begins: behind the element whose field equals, or where none does, at the first of at least a value. */
export interface WindowStart {
  readonly after: { readonly field: string; readonly equals: Scalar };
  readonly orFrom: { readonly field: string; readonly atLeast: number };
}

/** Some elements that follow each other, and the index of the first. */
export interface Window<E> {
  from: number;
  items: E[];
}

/** What is computed, `R` being what comes back. */
export type Computed<R> = (
  | { readonly op: 'indexOf'; readonly path: string; readonly value: Scalar }
  | { readonly op: 'first'; readonly path: string; readonly field: string; readonly equals: Scalar }
  | { readonly op: 'sizes'; readonly path: string }
  | { readonly op: 'window'; readonly path: string; readonly limit: number; readonly start?: WindowStart | undefined }
  | { readonly op: 'joined'; readonly path: string; readonly from: string; readonly fields: readonly string[] }
) & { readonly [result]?: R };

/** The index of the first element that equals, at a path such as `queue.m`; -1 where none does or there is no array. */
export const indexOf = (path: string, value: Scalar): Computed<number> => ({ op: 'indexOf', path, value });

/** The first element of an array of objects whose field equals; absent where none does. */
export const firstOf = <E>(path: string, field: string, equals: Scalar): Computed<E | undefined> => ({
  op: 'first',
  path,
  field,
  equals,
});

/** Up to `limit` elements, from the first one or from where `start` says. */
export const windowOf = <E>(path: string, limit: number, start?: WindowStart): Computed<Window<E>> => ({
  op: 'window',
  path,
  limit,
  start,
});

/** How many elements there are, and how many different ones. */
export const sizesOf = (path: string): Computed<{ all: number; distinct: number }> => ({ op: 'sizes', path });

/** Collections whose documents are joined to others. */
export const joinable = ['orgs'] as const;

/**
 * Of the documents of another collection whose ids stand in an array, or in a field of its elements, such as
 * `grants.orgId`: these fields and the id, in no order. One that is not there is left out.
 */
export const joined = <E extends Doc>(
  path: string,
  from: (typeof joinable)[number],
  fields: readonly (keyof E & string)[],
): Computed<E[]> => ({ op: 'joined', path, from, fields });

/** What comes back of what was asked for, by the same names. */
export type Results<C> = { [N in keyof C]: C[N] extends Computed<infer R> ? R : never };

export interface Collection<T extends Doc> {
  /** The document, or `undefined`. */
  get(id: string): Promise<T | undefined>;
  find(query: Query<T>, options: FindOptions<T>): Promise<T[]>;
  /** The same, with what the database computes of each document, by the names given; `fields` must be named. */
  findWith<C extends Readonly<Record<string, Computed<unknown>>>>(
    query: Query<T>,
    options: FindOptions<T> & { fields: readonly Path<T>[] },
    computed: C,
  ): Promise<(T & Results<C>)[]>;
  /** All that match, also more than a find gives: for small fields of a few thousand documents, which are named. */
  gather(query: Query<T>, options: Pick<FindOptions<T>, 'sort'> & { fields: readonly Path<T>[] }): Promise<T[]>;
  /** How many of the documents that match have each text of the list at this path. */
  tally(query: Query<T>, path: Path<T>): Promise<Map<string, number>>;
  count(query: Query<T>): Promise<number>;
  /** Adds a document; false when its id or a unique key is already there. */
  add(doc: T): Promise<boolean>;
  /** Adds all of them or none, in one transaction; throws when one is there already. Several round trips. */
  addAll(docs: readonly T[]): Promise<void>;
  /** Changes the documents that match; how many there were. */
  update(query: Query<T>, change: Change<T>): Promise<number>;
  /** Changes one document that matches and gives it back as it is afterwards; `undefined` when none matched. */
  updateOne(query: Query<T>, change: Change<T>): Promise<T | undefined>;
  /** How many were removed. */
  remove(query: Query<T>): Promise<number>;
}
