import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import type {
  InvitationBatchDoc,
  InvitationDoc,
  JoinRequestDoc,
} from '../../../cloudfunctions/domains/invitation/collections';
import type { MergeDoc } from '../../../cloudfunctions/domains/member/collections';
import type { DutyDoc } from '../../../cloudfunctions/domains/duty/collections';
import type { RosterDoc, RosterNameDoc } from '../../../cloudfunctions/domains/roster/collections';
import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import { scopeOf } from '../../../cloudfunctions/domains/org/rules/moving';
import { createTimer } from '../../../cloudfunctions/jobs/timer';
import { orgCopies } from '../../../cloudfunctions/jobs/org-copies';
import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { atMost, type Doc } from '../../../cloudfunctions/kernel/port';
import { ORG_UNDO_MS } from '../../../contract/domains/org/constants';
import type { Database } from '../../../cloudfunctions/schema';
import { LEASE_MS } from '../../../cloudfunctions/shared/work/rules/items';
import { type Gate, gatedDatabase } from '../../support/gated';
import { NO_END } from '../../../cloudfunctions/shared/cards/public';
import { fakePlatform } from '../kernel/memory';
import { member, org } from '../kernel/people';

/*
 * A city with two districts, branches in each, and in each branch whatever copies where it stands; and the timer, which
 * mends it.
 */

export const NOW = Date.UTC(2026, 10, 23, 4);
const tree = [
  ['root'],
  ['root', 'd1'],
  ['root', 'd2'],
  ['root', 'd1', 'b1'],
  ['root', 'd1', 'b2'],
  ['root', 'd2', 'b3'],
];
export const orgIds = tree.map((path) => path[path.length - 1] ?? '');

const placed = (path: string[]) => {
  const id = path[path.length - 1] ?? '';
  return { orgId: id, orgPath: path, orgName: `组织${id}` };
};

export async function plantForest(gate: Gate = {}) {
  const { db, dump } = gatedDatabase(gate);
  await db.orgs.addAll(tree.map((path) => org(path)));
  for (const path of tree) {
    const { orgId } = placed(path);
    await db.events.add({ _id: `e-${orgId}`, ...placed(path) } as EventDoc);
    await db.recommendations.add({ _id: `r-${orgId}`, ...placed(path) } as RecommendationDoc);
    const named = { from: 0, until: NO_END, data: { orgId, orgName: placed(path).orgName } };
    await db.cards.add({ _id: `all-${orgId}`, to: orgId, source: 'recommendation', thing: orgId, ...named });
    await db.cards.add({ _id: `one-${orgId}`, to: `m-${orgId}`, source: 'event', thing: `e-${orgId}`, ...named });
    const grants: MemberDoc['grants'] = [{ role: 'branchSecretary', orgId }];
    await db.members.add(member(`m-${orgId}`, { orgIds: [orgId], scope: path, grants }));
    const origin = { kind: 'entered', memberId: `m-${orgId}`, orgPath: path } as const;
    await db.duties.add({ _id: `u-${orgId}`, orgId, orgPath: path, memberId: `m-${orgId}`, until: NO_END } as DutyDoc);
    await db.invitations.add({ _id: `i-${orgId}`, ...placed(path), code: orgId } as InvitationDoc);
    await db.invitationBatches.add({ _id: `ib-${orgId}`, ...placed(path) } as InvitationBatchDoc);
    await db.merges.add({ _id: `mg-${orgId}`, orgId, orgPath: path, code: `closed-${orgId}` } as MergeDoc);
    await db.rosters.add({ _id: `ro-${orgId}`, ...placed(path) } as RosterDoc);
    await db.rosterNames.add({ _id: `rn-${orgId}`, orgId } as RosterNameDoc);
    await db.joinRequests.add({ _id: `j-${orgId}`, ...placed(path) } as JoinRequestDoc);
    await db.books.add({
      ...bookDocument({ title: orgId, author: '佚名', publisher: null, isbn: null }, 0, origin),
      _id: `k-${orgId}`,
    });
  }
  await db.members.add(member('m-both', { orgIds: ['b1', 'b3'], scope: ['root', 'd1', 'b1', 'd2', 'b3'] }));
  const platform = fakePlatform({ db });
  const timer = createTimer([orgCopies], platform);
  const fired = { Type: 'Timer', TriggerName: 'minute' };
  return {
    db,
    platform,
    fire: () => timer(fired),
    /** Fires until nothing is left to do for now; whoever was killed has lost his lease by then. */
    async settleNow() {
      for (let round = 0; round < 50; round += 1) {
        platform.time += LEASE_MS;
        await timer(fired);
        if ((await db.jobs.count({ state: 'due', dueAt: atMost(platform.time + LEASE_MS) })) === 0) return;
      }
      throw new Error('never comes to an end');
    },
    /** The same, and again when mergers can no longer be taken back. */
    async settle() {
      await this.settleNow();
      platform.time += ORG_UNDO_MS;
      await this.settleNow();
    },
    /** Everything but how the work went. */
    async state() {
      const all = await dump();
      delete all.jobs;
      return all;
    },
  };
}

export type Forest = Awaited<ReturnType<typeof plantForest>>;

/** What everything must say, worked out from the parents alone. */
export async function truth(db: Database) {
  const all = <T extends Doc>(collection: { find: Database['orgs']['find'] } | object) =>
    (collection as { find: (query: object, options: object) => Promise<T[]> }).find(
      {},
      { limit: 999, sort: [['_id', 1]] },
    );
  const orgs = new Map((await db.orgs.find({}, { limit: 999 })).map((one) => [one._id, one]));
  const hasHandedOver = ({ mergedInto, handOverAt }: OrgDoc) => mergedInto !== undefined && handOverAt === undefined;
  const into = (id: string): string => {
    const org = orgs.get(id);
    return org && hasHandedOver(org) ? into(org.mergedInto ?? '') : id;
  };
  const pathOf = (id: string): string[] => {
    const org = orgs.get(id);
    const aboveIt = org?.mergedInto ?? org?.parentId ?? null;
    return aboveIt === null ? [id] : [...pathOf(into(aboveIt)), id];
  };
  const isAway = (id: string) => pathOf(id).some((each) => orgs.get(each)?.archivedAt !== undefined);
  return {
    wrongOrgs: [...orgs.values()].filter(
      (org) =>
        JSON.stringify(org.path) !== JSON.stringify(hasHandedOver(org) ? [] : pathOf(org._id)) ||
        (!hasHandedOver(org) && (org.away === true) !== isAway(org._id)),
    ),
    wrongThings: [
      ...(await all<EventDoc>(db.events)),
      ...(await all<RecommendationDoc>(db.recommendations)),
      ...(await all<InvitationDoc>(db.invitations)),
      ...(await all<JoinRequestDoc>(db.joinRequests)),
      ...(await all<InvitationBatchDoc>(db.invitationBatches)),
      ...(await all<RosterDoc>(db.rosters)),
    ].filter(
      ({ orgId, orgPath, orgName }) =>
        orgId !== into(orgId) ||
        orgName !== orgs.get(orgId)?.name ||
        JSON.stringify(orgPath) !== JSON.stringify(pathOf(orgId)),
    ),
    wrongCards: (await db.cards.find({}, { limit: 999 })).filter(
      ({ to, data }) =>
        to !== into(to) || data.orgId !== into(data.orgId as string) || data.orgName !== orgs.get(data.orgId)?.name,
    ),
    wrongUnnamed: [...(await db.duties.find({}, { limit: 999 })), ...(await db.merges.find({}, { limit: 999 }))].filter(
      ({ orgId = '', orgPath }) => orgId !== into(orgId) || JSON.stringify(orgPath) !== JSON.stringify(pathOf(orgId)),
    ),
    wrongBooks: (await db.books.find({}, { limit: 999 })).filter(
      ({ entry }) => JSON.stringify(entry?.orgPath) !== JSON.stringify(pathOf(entry?.orgId ?? '')),
    ),
    wrongMembers: (await db.members.find({}, { limit: 999 })).filter(
      ({ orgIds: ids, scope, grants }) =>
        [...ids, ...grants.map(({ orgId }) => orgId)].some((id) => id !== into(id)) ||
        JSON.stringify(scope) !== JSON.stringify(scopeOf(ids.map(pathOf))),
    ),
  };
}

export const nothingWrong = {
  wrongOrgs: [],
  wrongThings: [],
  wrongUnnamed: [],
  wrongCards: [],
  wrongBooks: [],
  wrongMembers: [],
};
