import type { Place, Transfer } from '../../../contract/domains/transfer/actions';
import { namesOf } from '../../kernel/members';
import type { MemberContext, Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { findOrg, findOrgs, standingOf } from '../org/public';
import { mayRelease, rolesOn, type Copied } from './rules/transfer';
import { aboveOf, orgsNamedBy, placeOf, transferView, type Shown } from './rules/view';

/** The names of orgs by id. */
async function orgNames(others: Others, ids: readonly string[]): Promise<Map<string, string>> {
  const orgs = await findOrgs(others, ids);
  return new Map(orgs.map(({ _id, name }) => [_id, name]));
}

/** An org as it stands now, archived or not; `undefined` where there is none, or it hangs on nothing. */
export async function standingAt(others: Others, id: string, near?: readonly string[]): Promise<Copied | undefined> {
  const standing = await standingOf(others, id, near);
  if (standing?.reachesRoot !== true) return undefined;
  const { _id, name, path } = standing.org;
  return { _id, name, path };
}

/** An org that people can be taken to, with the path on which rights over it are held; none that is archived. */
export async function destination(
  others: Others,
  id: string,
  near?: readonly string[],
): Promise<(Copied & { rightsPath: string[] }) | undefined> {
  const standing = await standingOf(others, id, near);
  if (standing?.reachesRoot !== true || standing.archived) return undefined;
  const { _id, name, path } = standing.org;
  return { _id, name, path, rightsPath: standing.rightsPath };
}

/** Of these people those whom the viewer may let go from an org. One round trip where one of them has a role there. */
export async function releasable<P extends Pick<Viewer, '_id' | 'grants'>>(
  { others, viewer, now }: Pick<MemberContext, 'others' | 'viewer' | 'now'>,
  { _id: orgId, path }: Pick<Copied, '_id' | 'path'>,
  people: readonly P[],
): Promise<P[]> {
  if (people.every(({ grants }) => rolesOn(grants, orgId, now).length === 0)) return [...people];
  const org = await findOrg(others, orgId);
  if (org === undefined) return [];
  const ground = { place: { kind: org.kind, isRoot: org.parentId === null }, path };
  return people.filter((person) => mayRelease(viewer, { orgId, ground }, person, now));
}

/** Orgs by their names and those above them, in the same order. One round trip. */
export async function placesOf(others: Others, orgs: readonly Copied[]): Promise<Place[]> {
  const names = await orgNames(others, [...new Set(orgs.flatMap(({ path }) => aboveOf(path)))]);
  return orgs.flatMap(({ _id, path, name }) => placeOf({ id: _id, path, name }, names) ?? []);
}

interface Seer {
  others: Others;
  now: number;
}

/** Movements as the persons themselves see them. One round trip. */
export async function shownToPerson(
  { others, now }: Seer,
  docs: readonly Shown[],
  mayUndo: (doc: Shown) => boolean,
): Promise<Transfer[]> {
  const orgs = await orgNames(others, orgsNamedBy(docs));
  return docs.map((doc) => transferView(doc, { now, orgs, mayUndo: mayUndo(doc) }));
}

/** Movements as orgs see them, with the names of the people. Two round trips at once. */
export async function shownToOrg(
  { others, now }: Seer,
  docs: readonly Shown[],
  mayUndo: (doc: Shown) => boolean,
): Promise<Transfer[]> {
  const [orgs, people] = await Promise.all([
    orgNames(others, orgsNamedBy(docs)),
    namesOf(others, [...new Set(docs.map(({ memberId }) => memberId))]),
  ]);
  return docs.map((doc) => transferView(doc, { now, orgs, people, mayUndo: mayUndo(doc) }));
}
