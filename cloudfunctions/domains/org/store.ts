import { encodeCursor, pageOf } from '../../kernel/paging';
import { among } from '../../kernel/port';
import type { OrgDatabase, OrgDoc } from './collections';
import { between, namesHave } from './rules/naming';

export type Named = Pick<OrgDoc, '_id' | 'name' | 'kind' | 'parentId' | 'path' | 'joinCode'>;
/** What is looked for: parts of the names, and what else has to hold. */
interface Sought {
  parts: readonly string[];
  holds?: (org: Named) => boolean;
}
interface Page {
  orgs: Named[];
  next: string | null;
}

const PAGE = 20;
/** Names that a search looks through at a time: those of a whole city, most often. */
const NAMES = 999;
/** How often it does so before it gives back what it has, and where to go on. */
const LOOKS = 5;
/** Most names of orgs above those of one look that are asked for: all of them in any tree that is not a single chain. */
const ABOVE = 1000;

const namesBelow = (db: OrgDatabase, orgId: string, cursor: string | undefined, size: number) =>
  pageOf<OrgDoc, Named>(
    db.orgs,
    { path: orgId },
    { sort: ['name', 1], cursor, size, fields: ['name', 'kind', 'parentId', 'path', 'joinCode'], view: (org) => org },
  );

/** Those of a look that are sought. A second round trip where orgs above them were not among the names so far. */
async function soughtOf(
  db: OrgDatabase,
  orgId: string,
  looked: readonly Named[],
  { parts, holds = () => true }: Sought,
  known: Map<string, string>,
): Promise<Named[]> {
  const left = looked.filter(holds);
  if (parts.length === 0) return left;
  for (const { _id, name } of looked) known.set(_id, name);
  const unknown = left.flatMap(({ path }) => between(orgId, path)).filter((id) => !known.has(id));
  for (const [id, name] of await orgNames(db, [...new Set(unknown)].slice(0, ABOVE))) known.set(id, name);
  return left.filter(({ name, path }) =>
    namesHave([name, ...between(orgId, path).map((id) => known.get(id) ?? '')], parts),
  );
}

/** One page of an org and all below it, by name; of those that are sought, where not all are. */
export async function pageOfBelow(
  db: OrgDatabase,
  orgId: string,
  sought: Sought,
  cursor: string | undefined,
): Promise<Page> {
  const all = sought.parts.length === 0 && sought.holds === undefined;
  const known = new Map<string, string>();
  const found: Named[] = [];
  let next: string | null = cursor ?? null;
  for (let look = 0; look < (all ? 1 : LOOKS); look += 1) {
    const names = await namesBelow(db, orgId, next ?? undefined, all ? PAGE : NAMES);
    found.push(...(await soughtOf(db, orgId, names.items, sought, known)));
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
