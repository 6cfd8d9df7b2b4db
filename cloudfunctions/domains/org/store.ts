import { encodeCursor, pageOf } from '../../kernel/paging';
import { among } from '../../kernel/port';
import type { OrgDatabase, OrgDoc } from './collections';

export type Named = Pick<OrgDoc, '_id' | 'name' | 'kind' | 'parentId' | 'joinCode'>;
interface Page {
  orgs: Named[];
  next: string | null;
}

const PAGE = 20;
/** Names that a search looks through at a time: those of a whole city, most often. */
const NAMES = 999;
/** How often it does so before it gives back what it has, and where to go on. */
const LOOKS = 5;

/** The org of this id, or `undefined`. */
export const findOrg = (db: OrgDatabase, id: string): Promise<OrgDoc | undefined> => db.orgs.get(id);

const namesBelow = (db: OrgDatabase, orgId: string, cursor: string | undefined, size: number) =>
  pageOf<OrgDoc, Named>(
    db.orgs,
    { path: orgId },
    { sort: ['name', 1], cursor, size, fields: ['name', 'kind', 'parentId', 'joinCode'], view: (org) => org },
  );

/** One page of an org and all below it, by name; of those that are sought, where not all are. */
export async function pageOfBelow(
  db: OrgDatabase,
  orgId: string,
  sought: ((org: Named) => boolean) | undefined,
  cursor: string | undefined,
): Promise<Page> {
  const found: Named[] = [];
  let next: string | null = cursor ?? null;
  for (let look = 0; look < (sought ? LOOKS : 1); look += 1) {
    const names = await namesBelow(db, orgId, next ?? undefined, sought ? NAMES : PAGE);
    found.push(...(sought ? names.items.filter(sought) : names.items));
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    if (last !== undefined) return { orgs: found.slice(0, PAGE), next: encodeCursor([last.name, last._id]) };
    next = names.next;
    if (next === null) break;
  }
  return { orgs: found, next };
}

/** The names of orgs, by id. */
export async function orgNames(db: OrgDatabase, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const orgs = await db.orgs.find({ _id: among(wanted) }, { limit: wanted.length, fields: ['name'] });
  return new Map(orgs.map(({ _id, name }) => [_id, name]));
}
