import type { Viewer } from '../../kernel/context';
import { among } from '../../kernel/port';
import type { OrgDatabase, OrgDoc } from './collections';

/** Ids that are likely on the way up from an org that somebody looks at. */
export const likelyAbove = ({ scope, grants }: Viewer, near: readonly string[] = []): string[] => [
  ...new Set([...near, ...scope, ...grants.map(({ orgId }) => orgId)]),
];

/** Orgs of these ids as they are, and those that are likely above them. One round trip. */
export const readOrgs = (db: OrgDatabase, viewer: Viewer, ids: readonly string[]): Promise<OrgDoc[]> => {
  const wanted = likelyAbove(viewer, ids);
  return db.orgs.find({ _id: among(wanted) }, { limit: wanted.length });
};

/** The names of orgs, by id. One round trip, none for no ids. */
export async function orgNames(db: OrgDatabase, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const orgs = await db.orgs.find({ _id: among(wanted) }, { limit: wanted.length, fields: ['name'] });
  return new Map(orgs.map(({ _id, name }) => [_id, name]));
}
