import { above } from '../../kernel/port';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { afterBatch, defineJob } from '../../shared/work/public';
import type { OrgDatabase } from './collections';

/** Orgs looked at in one step. */
const BATCH = 200;

/** Fills by what an org is sorted and found where it was stored before there was such a thing. */
export const orgNamesJob = defineJob<OrgDatabase>({
  kind: 'orgnames',
  every: 'day',
  async step(db, { cursor = '' }) {
    const orgs = await db.orgs.find(
      { _id: above(cursor) },
      { sort: [['_id', 1]], limit: BATCH, fields: ['name', 'nameSort'] },
    );
    for (const { _id, name, nameSort } of orgs) {
      const keys = searchKeysOf(name, 'thing');
      // Unless somebody renames it in that instant, who writes them himself.
      if (nameSort === undefined) await db.orgs.update({ _id, name }, { set: { ...keys } });
    }
    return afterBatch(orgs, BATCH, (id) => id, 'filled');
  },
});

export const orgJobs = { orgnames: orgNamesJob };
