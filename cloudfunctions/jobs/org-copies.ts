import { presentOrg, type PresentOrg } from '../kernel/orgTree';
import { above, among } from '../kernel/port';
import type { Database } from '../schema';
import { afterBatch, defineJob, type At } from '../shared/work/job';
import { queueWork } from '../shared/work/public';
import { copiesKey, ORG_COPIES, orgOfKey, stampOfKey } from '../domains/org/rules/moving';
import { exactly } from '../kernel/exact';
import { handOverMembers, mendScopes } from './org-members';
import { mendThings } from './org-things';

/** Children queued in one step. */
const CHILDREN = 500;

/** How far one org has come. A move meanwhile makes it begin again. */
type Progress = {
  /** The path and the name that are being copied. */
  of: string;
  /** The last member whose scope was looked at; null when all were. */
  member: string | null;
  /** The last child that was queued. */
  child: string;
};

const named = ({ path, name }: PresentOrg): string => JSON.stringify([path, name]);

/**
 * Mends everything that is copied of an org after it was renamed, moved or merged: its own path, the scopes of its
 * members, its things; then its children, an item of work for each. It is done when a look found nothing to mend, and
 * every look begins with where the org stands then: so a run that was killed, or two at once, or a move while it runs,
 * come to the same.
 */
export const orgCopies = defineJob<Database, Progress>({
  kind: ORG_COPIES,
  async step(db, at) {
    const orgId = orgOfKey(at.key);
    const doc = await db.orgs.get(orgId);
    const present = doc && (await presentOrg(db.orgs, orgId, doc.path));
    if (doc === undefined || present === undefined) return { done: 'no org' };
    const { org } = present;
    if (doc.mergedInto !== undefined) return handOver(db, orgId, org, at);
    const begun = { of: named(org), member: '', child: '' };
    if (JSON.stringify(doc.path) !== JSON.stringify(org.path)) {
      await db.orgs.update({ _id: orgId, ...exactly('path', doc.path) }, { set: { path: org.path } });
      return { cursor: begun };
    }
    const { cursor: progress = begun } = at;
    return progress.of === begun.of ? goOn(db, org, progress, at) : { cursor: begun };
  },
});

async function goOn(db: Database, org: PresentOrg, progress: Progress, { key, now, others }: At<Progress>) {
  if (progress.member !== null) {
    return { cursor: { ...progress, member: await mendScopes(db, org._id, progress.member) } };
  }
  if ((await mendThings(db, org._id, org)) > 0) return { cursor: progress };
  const children = await db.orgs.find(
    { parentId: org._id, _id: above(progress.child) },
    { sort: [['_id', 1]], limit: CHILDREN, fields: ['_id'] },
  );
  const stamp = stampOfKey(key);
  await Promise.all(children.map(({ _id }) => queueWork(others, { kind: ORG_COPIES }, copiesKey(_id, stamp), now)));
  return afterBatch(children, CHILDREN, (child) => ({ ...progress, child }), 'mended');
}

/** Gives what a merged org had to the one it was merged into; the children that this gets are mended with its own. */
async function handOver(db: Database, from: string, to: PresentOrg, { key, now, others }: At<Progress>) {
  const cursor = { of: named(to), member: null, child: '' };
  const children = await db.orgs.find({ parentId: from }, { limit: CHILDREN, fields: ['_id'] });
  if (children.length > 0) {
    const ids = among(children.map(({ _id }) => _id));
    await db.orgs.update({ _id: ids, parentId: from }, { set: { parentId: to._id } });
    return { cursor };
  }
  const moved = (await handOverMembers(db, from, to)) + (await mendThings(db, from, to));
  if (moved > 0) return { cursor };
  await queueWork(others, { kind: ORG_COPIES }, copiesKey(to._id, stampOfKey(key)), now);
  return { done: 'handed over' };
}
