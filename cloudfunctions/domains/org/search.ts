import { decodeCursor, encodeCursor, pageOf } from '../../kernel/paging';
import { among, below, type Conditions, not } from '../../kernel/port';
import { foundBy } from '../../shared/search/public';
import type { OrgDatabase, OrgDoc } from './collections';
import { joinCodeOf, standsInOrder, wordsOf } from './rules/naming';

const fields = ['name', 'nameSort', 'kind', 'parentId', 'path', 'joinCode', 'mergedInto', 'away'] as const;
export type Found = Pick<OrgDoc, '_id' | (typeof fields)[number]>;

/** Which orgs below one, itself among them. */
export interface Sought {
  orgId: string;
  q?: string | undefined;
  cursor?: string | undefined;
  /** Of what is found those that hold this, and the same as a question about one. */
  only?: { holds: Conditions<OrgDoc>; isSo: (org: Found) => boolean };
}

/** What is not archived, nor below what is. */
export const atWork: Sought['only'] = { holds: { away: null }, isSo: ({ away }) => away === undefined };

/** What people join, below the org that is asked about: codes are in capitals, what stands for none is not. */
export const coded = (orgId: string): Sought['only'] => ({
  holds: { ...atWork?.holds, _id: not(orgId), joinCode: below('a') },
  isSo: (org) => atWork?.isSo(org) === true && org._id !== orgId && joinCodeOf(org) !== null,
});

const PAGE = 20;
/** Orgs that one word of several may find; of more those whose names sort first are looked at. */
const HITS = 1000;

/** One page of orgs, by name; what was merged is not among them. One round trip, one for each further word. */
export async function pageOfBelow(
  db: OrgDatabase,
  { orgId, q = '', cursor, only }: Sought,
): Promise<{ items: Found[]; next: string | null }> {
  const words = wordsOf(q);
  const within = { ...only?.holds, path: orgId, mergedInto: null };
  const [word] = words;
  if (words.length > 1) {
    const found = await foundByAll(db, orgId, within, words);
    return slice(
      found.filter((org) => org.mergedInto === undefined && only?.isSo(org) !== false),
      cursor,
    );
  }
  // Names sort by pinyin where they are looked up by it: whatever is found by keys has that as well.
  const query = word === undefined ? within : { ...within, nameKeys: foundBy(word) };
  const sort = [word === undefined ? 'name' : 'nameSort', 1] as const;
  return pageOf<OrgDoc, Found>(db.orgs, query, { sort, cursor, size: PAGE, fields, view: (org) => org });
}

/**
 * Orgs in whose names, or in those of orgs above them and below `orgId`, every word is, and at least one in their own.
 * The longest word is looked up first, the others among what is above or below of what it found.
 */
async function foundByAll(
  db: OrgDatabase,
  orgId: string,
  within: Conditions<OrgDoc>,
  words: readonly string[],
): Promise<Found[]> {
  const [first = '', ...rest] = [...words].sort((one, other) => other.length - one.length);
  const options = { sort: [['nameSort', 1]] as const, limit: HITS, fields };
  let found: Found[] = await db.orgs.find({ ...within, nameKeys: foundBy(first) }, options);
  for (const word of rest) {
    if (found.length === 0) return [];
    const ids = found.map(({ _id }) => _id);
    const around = [{ path: among(ids) }, { _id: among([...new Set(found.flatMap(({ path }) => path))]) }];
    // What is above counts also where it does not hold what is asked of those that are shown.
    const hits = await db.orgs.find({ path: orgId, nameKeys: foundBy(word), anyOf: around }, options);
    const has = (list: readonly Found[]) => new Set(list.map(({ _id }) => _id));
    const [before, now] = [has(found), has(hits)];
    const under = (org: Found, names: ReadonlySet<string>) =>
      org.path.slice(org.path.indexOf(orgId)).some((id) => names.has(id));
    found = [...new Map([...found, ...hits].map((org) => [org._id, org])).values()].filter(
      (org) => under(org, before) && under(org, now),
    );
  }
  return found.sort(standsInOrder);
}

/** A page of what was found as a whole. */
function slice(found: readonly Found[], cursor: string | undefined): { items: Found[]; next: string | null } {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const rest =
    after === undefined
      ? found
      : found.filter((org) => standsInOrder({ nameSort: String(after[0]), _id: after[1] }, org) < 0);
  const items = rest.slice(0, PAGE);
  const last = rest.length > PAGE ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.nameSort ?? '', last._id]) };
}
