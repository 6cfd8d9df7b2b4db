import type { OrgDoc } from '../domains/org/collections';
import { closedCode } from '../domains/org/rules/naming';
import { presentOrg, type PresentOrg } from '../kernel/orgTree';
import { above, among, atMost, not } from '../kernel/port';
import type { Database } from '../schema';
import { afterBatch, defineJob, type At } from '../shared/work/job';
import { queueWork } from '../shared/work/public';
import { copiesKey, ORG_COPIES, orgOfKey, stampOfKey } from '../domains/org/rules/moving';
import { exactly } from '../kernel/exact';
import { handOverMembers, mendScopes } from './org-members';
import { endStranded } from './org-roles';
import { takeOver } from './org-split';
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
 * Mends everything that is copied of an org after it was renamed, moved, merged, split off, archived or restored: its own
 * path, the scopes of its members, its things; then its children, an item of work for each. It is done when a look found
 * nothing to mend, and every look begins with where the org stands then: so a run that was killed, or two at once, or a
 * move while it runs, come to the same.
 */
export const orgCopies = defineJob<Database, Progress>({
  kind: ORG_COPIES,
  async step(db, at) {
    const orgId = orgOfKey(at.key);
    const doc = await db.orgs.get(orgId);
    const standing = doc && (await presentOrg(db.orgs, orgId, doc.path));
    if (doc === undefined || standing === undefined) return { done: 'no org' };
    const { copied: org, archived } = standing;
    const begun = { of: named(org), member: '', child: '' };
    if (doc.mergedInto !== undefined && doc.handOverAt === undefined) return handOver(db, doc, at);
    if (doc.handOverAt !== undefined && doc.handOverAt <= at.now) {
      await close(db, doc, at.now);
      return { cursor: begun };
    }
    if (doc.takes !== undefined) {
      await takeOver(db, doc, org.path);
      return { cursor: begun };
    }
    if (JSON.stringify(doc.path) !== JSON.stringify(org.path) || (doc.away === true) !== archived) {
      const away = archived
        ? { set: { path: org.path, away: true } }
        : { set: { path: org.path }, unset: ['away'] as const };
      await db.orgs.update({ _id: orgId, ...exactly('path', doc.path) }, away);
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
    {
      _id: above(progress.child),
      anyOf: [
        { parentId: org._id, mergedInto: null },
        { mergedInto: org._id, handOverAt: not(null) },
      ],
    },
    { sort: [['_id', 1]], limit: CHILDREN, fields: ['_id'] },
  );
  const stamp = stampOfKey(key);
  await Promise.all(children.map(({ _id }) => queueWork(others, { kind: ORG_COPIES }, copiesKey(_id, stamp), now)));
  return afterBatch(children, CHILDREN, (child) => ({ ...progress, child }), 'mended');
}

/** Ends the time in which a merger can be taken back: from now on what the org has goes to the other. */
async function close(db: Database, { _id, mergedInto = '' }: OrgDoc, now: number): Promise<void> {
  await db.orgs.update(
    { _id, mergedInto, handOverAt: atMost(now) },
    { set: { path: [], joinCode: closedCode(_id) }, unset: ['handOverAt'] },
  );
}

/** Gives what a merged org had to the one it was merged into; the children that this gets are mended with its own. */
async function handOver(db: Database, doc: OrgDoc, { key, now, others }: At<Progress>) {
  const from = doc._id;
  const to = (await presentOrg(db.orgs, doc.mergedInto ?? '', doc.path))?.copied;
  if (to === undefined) return { done: 'nowhere' };
  const cursor = { of: named(to), member: null, child: '' };
  const children = await db.orgs.find({ parentId: from }, { limit: CHILDREN, fields: ['_id'] });
  if (children.length > 0) {
    const ids = among(children.map(({ _id }) => _id));
    await db.orgs.update({ _id: ids, parentId: from }, { set: { parentId: to._id } });
    return { cursor };
  }
  await endStranded(db, others, { doc, to, stamp: stampOfKey(key), now });
  const moved = (await handOverMembers(db, from, to)) + (await mendThings(db, from, to));
  if (moved > 0) return { cursor };
  await queueWork(others, { kind: ORG_COPIES }, copiesKey(to._id, stampOfKey(key)), now);
  return { done: 'handed over' };
}
