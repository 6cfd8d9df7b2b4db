import { largeOrgs } from '../../demo/large/orgs';
import { largePeople } from '../../demo/large/people';
import { newOrg } from '../../cloudfunctions/domains/org/rules/org';
import type { OrgDoc } from '../../cloudfunctions/domains/org/collections';
import type { Database } from '../../cloudfunctions/schema';
import { addMissing } from '../import/write';
import { fillerOpenid, memberDocument, memberDocuments } from './documents';
import { orgsOf } from './seed';

/** A city of full size: as many branches and members as one real university and more than most cities have. */
export const LARGE = { branches: 939, members: 28_121 };
type Size = typeof LARGE;

/** Members written at a time: few enough for a transaction that takes no seconds. */
const BATCH = 500;

/** Organisations that make the demo city one of full size, parents before children. */
function organisations(there: ReadonlyMap<string, OrgDoc>, rootId: string, size: Size): OrgDoc[] {
  const paths = new Map([...there].map(([id, { path }]) => [id, path]));
  const branches = [...there.values()].filter(({ kind }) => kind === 'branch').length;
  return largeOrgs(rootId, size.branches - branches).map((seed) => {
    const org = newOrg({ ...seed, above: paths.get(seed.parentId) ?? [] });
    paths.set(org._id, org.path);
    return org;
  });
}

/** What came of growing: how many were added and how many there are. */
export interface Grown {
  orgs: number;
  members: number;
}

/**
 * Grows the demo city, which is there already, to full size. Doing it again, or going on where it was interrupted, adds
 * what is missing. `small` are the ids of the demo city's own organisations; `report` is told how many members are there.
 */
export async function growLarge(
  db: Database,
  { small, at, size = LARGE }: { small: readonly string[]; at: number; size?: Size },
  report: (members: number) => void,
): Promise<Grown> {
  const there = await orgsOf(db, small);
  const root = [...there.values()].find(({ parentId }) => parentId === null);
  if (root === undefined) throw new Error('the demo city has no root');
  const fresh = organisations(there, root._id, size);
  const { added } = await addMissing(db.orgs, fresh);
  const orgs = new Map([...there, ...fresh.map((org) => [org._id, org] as const)]);
  const branches = fresh.filter(({ kind }) => kind === 'branch').map(({ _id }) => _id);
  const residents = memberDocuments({ orgs: there, at }, fillerOpenid).length;
  const people = largePeople(branches, size.members - residents);
  let members = 0;
  let total = residents;
  for (const batch of inBatches(people, BATCH)) {
    const docs = batch.map((person) => memberDocument(person, { orgs, at }, fillerOpenid(person.key)));
    members += (await addMissing(db.members, docs)).added;
    total += docs.length;
    report(total);
  }
  return { orgs: added, members };
}

function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
