import { BRANCH } from '../domains/org/rules/org';
import { above } from '../kernel/port';
import type { Database } from '../schema';
import { afterBatch, defineJob } from '../shared/work/job';

/** Orgs written in one step. */
const BATCH = 500;

/**
 * Counts every hour the branches and the members below each org, which its page shows: two counts for all of them
 * together, and a write only where a figure has changed.
 */
export const orgFigures = defineJob<Database>({
  kind: 'orgfigures',
  every: 'hour',
  async step(db, { cursor = '' }) {
    const standing = { mergedInto: null, away: null };
    const [branches, members, orgs] = await Promise.all([
      db.orgs.tally({ ...standing, kind: BRANCH }, 'path'),
      db.members.tally({ scope: above(''), disabled: false }, 'scope'),
      db.orgs.find({ _id: above(cursor) }, { sort: [['_id', 1]], limit: BATCH, fields: ['figures'] }),
    ]);
    for (const { _id, figures } of orgs) {
      const now = { branches: branches.get(_id) ?? 0, members: members.get(_id) ?? 0 };
      if (figures?.branches === now.branches && figures.members === now.members) continue;
      await db.orgs.update({ _id }, { set: { figures: now } });
    }
    return afterBatch(orgs, BATCH, (id) => id, 'counted');
  },
});
