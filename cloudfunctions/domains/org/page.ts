import { BELOW_MAX } from '../../../contract/domains/org/constants';
import type { ActionOutput } from '../../../contract/registry';
import { isPermittedOn } from '../../kernel/access';
import type { MemberContext } from '../../kernel/context';
import { orgNodeFields, presentOrg, type Standing } from '../../kernel/orgTree';
import { among, not } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import type { OrgDatabase, OrgDoc } from './collections';
import { joinCodeOf } from './rules/naming';
import { likelyAbove } from './store';

type Page = ActionOutput<'org.page'>;

/** An org, those directly below it or going into it, and those likely above. One round trip. */
const readPage = (db: OrgDatabase, orgId: string, ids: readonly string[]): Promise<OrgDoc[]> =>
  db.orgs.gather(
    {
      anyOf: [
        { _id: among([orgId, ...ids]) },
        { parentId: orgId, mergedInto: null },
        { mergedInto: orgId, handOverAt: not(null) },
      ],
    },
    {
      sort: [
        ['nameSort', 1],
        ['_id', 1],
      ],
      fields: [...orgNodeFields, 'kind', 'figures'],
    },
  );

const brief = ({ _id, name, kind }: OrgDoc) => ({ id: _id, name, kind });

/** Those of these ids, in their order; what was not read with the others is read now. */
async function orgsOf(db: OrgDatabase, read: readonly OrgDoc[], ids: readonly string[]): Promise<OrgDoc[]> {
  const known = new Map(read.map((org) => [org._id, org]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    for (const org of await db.orgs.find({ _id: among(missing) }, { limit: missing.length })) known.set(org._id, org);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** What was read, and with it those whom the org's own path names above it. */
async function withAbove(db: OrgDatabase, read: readonly OrgDoc[], orgId: string): Promise<OrgDoc[]> {
  const path = read.find(({ _id }) => _id === orgId)?.path ?? [];
  const above = await orgsOf(db, read, path);
  return [...read, ...above.filter((org) => !read.includes(org))];
}

/** What the viewer may do with an org, by where it stands. */
function rightsOn(viewer: MemberContext['viewer'], { rightsPath, archived }: Standing): Page['may'] {
  const on = (permission: Parameters<typeof isPermittedOn>[1], path: readonly string[]) =>
    isPermittedOn(viewer, permission, path);
  const above = rightsPath.length > 1 ? rightsPath.slice(0, -1) : rightsPath;
  return {
    see: on('org:see', rightsPath),
    invite: on('org:invite', rightsPath) && !archived,
    addBelow: on('org:manage', rightsPath) && !archived,
    change: on('org:manage', above),
  };
}

/**
 * The page of an org, for those who have the right to see it and, with less in it, for those of its subtree. Two round
 * trips with the identity where what is above is near, else three.
 */
export async function orgPage(
  context: MemberContext<OrgDatabase>,
  orgId: string,
  near: readonly string[] = [],
): Promise<Page> {
  const { db, viewer } = context;
  const likely = likelyAbove(viewer, near);
  const read = await withAbove(db, await readPage(db, orgId, likely), orgId);
  const standing = await presentOrg(db.orgs, orgId, likely, read);
  if (standing === undefined) refuse('NOT_FOUND');
  const may = rightsOn(viewer, standing);
  if (!may.see && !viewer.scope.includes(orgId)) refuse('NOT_FOUND');
  // Merged for good: it is the other one now, whose page is shown where that may be seen.
  if (standing.copied._id !== orgId) return orgPage(context, standing.copied._id, near);

  const path = standing.copied.path;
  const upward = await orgsOf(db, read, path);
  const own = upward.at(-1) ?? refuse('NOT_FOUND');
  const below = read.filter(({ _id, parentId, mergedInto }) =>
    _id === orgId ? false : mergedInto === undefined ? parentId === orgId : mergedInto === orgId,
  );
  const figuresOf = ({ figures }: OrgDoc) => ({
    branches: may.see ? (figures?.branches ?? null) : null,
    members: may.see ? (figures?.members ?? null) : null,
  });
  const { mergedInto, handOverAt, archivedAt } = own;
  return {
    org: {
      ...brief(own),
      archived: standing.archived,
      archivedAt: archivedAt ?? null,
      merging:
        mergedInto === undefined || handOverAt === undefined
          ? null
          : { into: { id: standing.org._id, name: standing.org.name }, until: handOverAt },
    },
    above: upward.slice(0, -1).map(brief),
    below: below.slice(0, BELOW_MAX).map((org) => ({
      ...brief(org),
      archived: standing.archived || org.archivedAt !== undefined,
      merging: org.mergedInto !== undefined,
      ...figuresOf(org),
    })),
    more: below.length > BELOW_MAX,
    ...figuresOf(own),
    joinCode: may.invite ? joinCodeOf(own) : null,
    may,
  };
}
