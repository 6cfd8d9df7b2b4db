import type { Collection, Doc } from '../../cloudfunctions/kernel/port';
import { type CollectionName, type Database, schema } from '../../cloudfunctions/schema';

/** The orgs themselves. */
const isOrgs = (name: string): boolean => name === 'orgs';

/** Every value in a document by its dotted path; a list of texts is one value, places in other lists have no name. */
function* values(value: unknown, path = ''): Generator<readonly [string, unknown]> {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) yield [path, value];
  else if (Array.isArray(value)) for (const one of value) yield* values(one, path);
  else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) yield* values(one, path === '' ? key : `${path}.${key}`);
  } else yield [path, value];
}

/** Fields, as `collection: path`, that hold the path (of more than one org) or the name of an org without saying so. */
export async function undeclaredCopies(db: Database): Promise<string[]> {
  const orgs = await db.orgs.find({}, { limit: 1000 });
  const names = new Set(orgs.map(({ name }) => name));
  const paths = new Set(orgs.filter(({ path }) => path.length > 1).map(({ path }) => JSON.stringify(path)));
  const found = new Set<string>();
  for (const name of (Object.keys(schema) as CollectionName[]).filter((one) => !isOrgs(one))) {
    const { copies } = schema[name];
    const declared = [
      ...(copies?.orgs ?? []).flatMap((copy) => [copy.path, copy.name]),
      ...(copies?.scopes ?? []).map(({ scope }) => scope),
      ...(copies?.kept ?? []).map(({ path }) => path),
    ];
    const docs = await (db[name] as unknown as Collection<Doc>).find({}, { limit: 1000 });
    for (const [path, value] of docs.flatMap((doc) => [...values(doc)])) {
      const isCopy = Array.isArray(value) ? paths.has(JSON.stringify(value)) : names.has(value as string);
      if (isCopy && !declared.includes(path)) found.add(`${name}: ${path}`);
    }
  }
  return [...found].sort();
}
