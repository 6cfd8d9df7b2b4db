import { AUDIT_PAGE, PEOPLE_MAX } from '../../../contract/domains/audit/constants';
import { faultWords } from '../../../contract/domains/audit/faults';
import { findEntry, pageOfAudit, pageOfSeals } from '../../kernel/audit/pages';
import { isStillThere, verifyStep } from '../../kernel/audit/verify';
import type { AuditDoc } from '../../kernel/audit/collections';
import type { Handlers, MemberContext } from '../../kernel/context';
import { pageOfMembers } from '../../kernel/memberPages';
import { orgsWith } from '../../kernel/access';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { refuse } from '../../kernel/refuse';
import { findOrgs } from '../org/public';
import { foundBy } from '../../shared/search/public';
import { choices } from './rules/words';
import { entryView, idsOf, sealView } from './rules/view';

/**
 * The orgs whose entries are asked for, once the right to them is proved; undefined for everything, which is the affair of
 * the committee at the top. What was done on an org before it was merged is found by the one it was merged into as well.
 */
async function requireSight(
  { requirePermissionOnOrg }: Pick<MemberContext, 'requirePermissionOnOrg'>,
  orgId: string,
): Promise<string[] | undefined> {
  const { _id, path } = await requirePermissionOnOrg(orgId);
  return path.length === 1 ? undefined : [...new Set([orgId, _id])];
}

/** What entries name, as it is called today; of those that are still there. Two round trips at once. */
async function namesIn(others: Others, entries: readonly AuditDoc[]): Promise<Map<string, string>> {
  const ids = idsOf(entries);
  const [members, orgs] = await Promise.all([namesOf(others, ids.members), findOrgs(others, ids.orgs)]);
  return new Map([...members, ...orgs.map(({ _id, name }) => [_id, name] as const)]);
}

export const auditHandlers: Handlers<'audit'> = {
  /** One round trip for the right, one for the entries, and two at once for what is named in them. */
  async 'audit.list'({ orgId, cursor, ...sought }, context) {
    const { others } = context;
    const orgIds = await requireSight(context, orgId);
    const { items, next } = await pageOfAudit(
      others,
      { ...sought, orgIds },
      { cursor, size: AUDIT_PAGE, view: (entry) => entry },
    );
    const names = await namesIn(others, items);
    return { items: items.map((entry) => entryView(entry, names)), next };
  },

  async 'audit.get'({ id }, context) {
    const { others, viewer, requirePermissionOnOrg, requirePermissionOnRoot } = context;
    const entry = (await findEntry(others, id)) ?? refuse('NOT_FOUND');
    const orgId = orgsWith(viewer, 'audit:see').find((one) => entry.orgs?.includes(one));
    // What concerns none of his orgs is the affair of the top, like what belongs nowhere.
    if (orgId === undefined) await requirePermissionOnRoot();
    else await requirePermissionOnOrg(orgId);
    return { ...entryView(entry, await namesIn(others, [entry])), hash: entry.hash, previous: entry.previous };
  },

  async 'audit.choices'({ orgId }, context) {
    await requireSight(context, orgId);
    return { actions: choices() };
  },

  async 'audit.findPerson'({ orgId, q }, context) {
    const orgIds = await requireSight(context, orgId);
    const nameKeys = foundBy(q);
    if (nameKeys === undefined) return { items: [] };
    const { items } = await pageOfMembers(
      context.others,
      { nameKeys, ...(orgIds && { scope: orgId }) },
      {
        sort: ['nameSort', 1],
        cursor: undefined,
        size: PEOPLE_MAX,
        view: ({ _id: id, name, orgIds: own, nodes }) => {
          const orgs = nodes.filter(({ _id }) => own.includes(_id)).map((org) => org.name);
          return { id, name, orgs };
        },
      },
    );
    return { items };
  },

  async 'audit.seals'({ cursor }, context) {
    await context.requirePermissionOnRoot();
    return pageOfSeals(context.others, { cursor, size: AUDIT_PAGE, view: sealView });
  },

  async 'audit.verify'({ cursor, noted }, context) {
    const { others } = context;
    await context.requirePermissionOnRoot();
    const lost = cursor === undefined && noted !== undefined && !(await isStillThere(others, noted));
    const { seals, entries, of, fault, next } = await verifyStep(others, cursor);
    // What was noted outside proves most: what is missing at the end shows by nothing else.
    const found = lost ? { kind: 'lost' as const, id: noted.slice(0, 12), day: null } : fault;
    if (found === undefined) return { seals, entries, of, fault: null, next: next ?? null };
    return { seals, entries, of, fault: { day: found.day, words: faultWords[found.kind](found.id) }, next: null };
  },
};
