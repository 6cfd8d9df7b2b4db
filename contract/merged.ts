/*
 * Tables of domains: a module that exports each domain's part under the domain's name, one line each. What is central is
 * merged from them here, so that nothing central grows with a domain.
 */

type Tables = Readonly<Record<string, object>>;

/** The names that more than one of the tables has. */
type Twice<T> = {
  [K in keyof T]: keyof T[K] & { [L in Exclude<keyof T, K>]: keyof T[L] }[Exclude<keyof T, K>];
}[keyof T];

type NameIn<T> = { [K in keyof T]: keyof T[K] }[keyof T];

/** All entries of the tables by their names. */
export type Merged<T> = {
  [N in NameIn<T>]: { [K in keyof T]: N extends keyof T[K] ? T[K][N] : never }[keyof T];
};

/**
 * The entries of all tables in one, those of the first domain in the alphabet first. A name that two tables have is a
 * type error, and throws where types did not see it.
 */
export function merged<const T extends Tables>(
  tables: T,
  ..._clash: [Twice<T>] extends [never] ? [] : [declaredTwice: Twice<T>]
): Merged<T> {
  const entries = Object.keys(tables)
    .sort()
    .flatMap((name) => Object.entries(tables[name] ?? {}));
  const all = Object.fromEntries(entries) as Merged<T>;
  if (Object.keys(all).length < entries.length) {
    const names = entries.map(([name]) => name);
    throw new Error(`declared twice: ${names.filter((name, index) => names.indexOf(name) < index).join(', ')}`);
  }
  return all;
}

/** Of each domain that has it, the part of this name. */
export type PartOf<T, P extends string> = {
  [D in keyof T as T[D] extends Readonly<Record<P, object>> ? D : never]: T[D] extends Readonly<Record<P, infer V>>
    ? V
    : never;
};

export function partOf<T extends Tables, P extends string>(domains: T, part: P): PartOf<T, P> {
  const having = Object.entries(domains).filter(([, domain]) => part in domain);
  return Object.fromEntries(having.map(([name, domain]) => [name, (domain as Record<P, object>)[part]])) as PartOf<
    T,
    P
  >;
}
