import type { OrgCopy } from '../kernel/collection';
import { otherThan } from '../kernel/exact';
import type { PresentOrg } from '../kernel/orgTree';
import { among, not, type Collection, type Doc, type Query, type Value } from '../kernel/port';
import { type CollectionName, type Database, schema } from '../schema';

/** Documents of one collection mended in one step. */
const BATCH = 200;

/** Every declared copy of an org, with its collection. */
export const orgCopiesOf = (Object.keys(schema) as CollectionName[]).flatMap((name) =>
  (schema[name].copies?.orgs ?? []).map((copy) => ({ name, copy })),
);

const wanted = (copy: OrgCopy, to: PresentOrg): Record<string, Value> => ({
  [copy.id]: to._id,
  ...(copy.path === undefined ? {} : { [copy.path]: to.path }),
  ...(copy.name === undefined ? {} : { [copy.name]: to.name }),
});

/** What holds where a copy differs from the org. */
const differing = (copy: OrgCopy, to: PresentOrg): object[] => [
  { [copy.id]: not(to._id) },
  ...(copy.path === undefined ? [] : otherThan(copy.path, to.path)),
  ...(copy.name === undefined ? [] : [{ [copy.name]: not(to.name) }]),
];

const wrongIn = (
  { name, copy }: (typeof orgCopiesOf)[number],
  db: Database,
  from: string,
  to: PresentOrg,
  limit: number,
) => {
  const query = { [copy.id]: from, anyOf: differing(copy, to) } as unknown as Query<Doc>;
  return (db[name] as unknown as Collection<Doc>).find(query, { limit, fields: ['_id'] });
};

/** Whether anything that is of the org says otherwise. */
export async function differsInThings(db: Database, orgId: string, org: PresentOrg): Promise<boolean> {
  const found = await Promise.all(orgCopiesOf.map((declared) => wrongIn(declared, db, orgId, org, 1)));
  return found.some(({ length }) => length > 0);
}

/**
 * Mends a batch in every collection of what is of the org `from` and does not say what is true of `to`, which is the same
 * org unless it was merged. How many documents there were; 0 when there is nothing left.
 */
export async function mendThings(db: Database, from: string, to: PresentOrg): Promise<number> {
  const counts = await Promise.all(
    orgCopiesOf.map(async ({ name, copy }) => {
      const docs = await wrongIn({ name, copy }, db, from, to, BATCH);
      if (docs.length === 0) return 0;
      const ids = among(docs.map(({ _id }) => _id));
      return (db[name] as unknown as Collection<Doc>).update({ _id: ids, [copy.id]: from }, { set: wanted(copy, to) });
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
