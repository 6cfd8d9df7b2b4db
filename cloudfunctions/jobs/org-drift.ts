import { copiesKey, ORG_COPIES } from '../domains/org/rules/moving';
import type { OrgDoc } from '../domains/org/collections';
import { otherThan } from '../kernel/exact';
import { presentOrg } from '../kernel/orgTree';
import { above } from '../kernel/port';
import type { Database } from '../schema';
import { afterBatch, defineJob } from '../shared/work/job';
import { queueWork } from '../shared/work/public';
import { differsInThings } from './org-things';

/** Orgs looked at in one step. */
const BATCH = 20;
const storedFields = ['path', 'mergedInto', 'handOverAt', 'away', 'takes'] as const;

type Stored = Pick<OrgDoc, '_id' | 'path' | 'mergedInto' | 'handOverAt' | 'away' | 'takes'>;

/** Whether anything that is copied of an org says otherwise than it stands, or a split has not taken what it should. */
async function drifted(db: Database, { _id, path: stored, away, takes }: Stored): Promise<boolean> {
  const standing = await presentOrg(db.orgs, _id, stored);
  if (standing === undefined) return false;
  const { path } = standing.copied;
  if (takes !== undefined || JSON.stringify(path) !== JSON.stringify(stored)) return true;
  if ((away === true) !== standing.archived) return true;
  // Of members of one org alone: those of several are few, and come along with any of theirs.
  const elsewhere = { orgIds: _id, 'orgIds.1': null, anyOf: otherThan('scope', path) as never };
  const [members, things] = await Promise.all([
    db.members.find(elsewhere, { limit: 1, fields: ['_id'] }),
    differsInThings(db, _id, standing.copied),
  ]);
  return members.length > 0 || things;
}

/** Whether anything is still left with an org that was merged into another. */
async function holdsAnything(db: Database, orgId: string): Promise<boolean> {
  const present = await presentOrg(db.orgs, orgId);
  if (present === undefined) return false;
  const one = { limit: 1, fields: ['_id'] as const };
  const [children, members, granted, things] = await Promise.all([
    db.orgs.find({ parentId: orgId }, one),
    db.members.find({ orgIds: orgId }, one),
    db.members.find({ 'grants.orgId': orgId }, one),
    differsInThings(db, orgId, present.copied),
  ]);
  return things || [children, members, granted].some(({ length }) => length > 0);
}

/**
 * Looks every night whether copies of orgs say what is true, and queues the mending where they do not: after a call that
 * was killed between a move or merger and its work, or a thing that was made, or a member who joined, in that instant. Usually 0.
 */
export const orgDrift = defineJob<Database, { last: string; queued: number }>({
  kind: 'orgdrift',
  every: 'day',
  async step(db, { key, cursor: { last, queued } = { last: '', queued: 0 }, now, others }) {
    const orgs = await db.orgs.find({ _id: above(last) }, { sort: [['_id', 1]], limit: BATCH, fields: storedFields });
    const wrong = await Promise.all(
      orgs.map((org) => {
        const { mergedInto, handOverAt } = org;
        if (mergedInto === undefined) return drifted(db, org);
        if (handOverAt === undefined) return holdsAnything(db, org._id);
        return handOverAt <= now ? Promise.resolve(true) : drifted(db, org);
      }),
    );
    const found = orgs.filter((_, at) => wrong[at]);
    for (const { _id } of found) await queueWork(others, { kind: ORG_COPIES }, copiesKey(_id, key), now);
    const total = queued + found.length;
    return afterBatch(orgs, BATCH, (id) => ({ last: id, queued: total }), `orgs ${total}`);
  },
});
