import { DAY_MS } from '../../../contract/durations';
import { above, atMost } from '../../kernel/port';
import { afterBatch, defineJob } from '../../shared/work/public';
import type { RoleDatabase } from './collections';
import { endStandIns, heldBy } from './ending';
import { settle } from './store';

const BATCH = 100;

/**
 * Looks after terms that were written of late: what a member holds says what they say (a call may have been killed in
 * between), nobody stands in for somebody who does not hold the role any more, and proposals that nobody decided lapse.
 */
export const termsKept = defineJob<RoleDatabase>({
  kind: 'roleterms',
  every: 'hour',
  async step(db, { cursor: last = '', now, others, key }) {
    if (last === '') {
      await db.roleterms.update({ state: 'proposed', lapsesAt: atMost(now) }, { set: { state: 'lapsed' } });
    }
    const terms = await db.roleterms.find({ _id: above(last) }, { sort: [['_id', 1]], limit: BATCH });
    // Of what ended long ago nothing is left to be killed in between.
    for (const term of terms.filter(({ endedAt }) => endedAt === null || endedAt > now - 2 * DAY_MS)) {
      await settle(db, others, term);
      if (term.of !== null && term.state === 'given') await endLeft(term.of);
    }
    return afterBatch(terms, BATCH, (id) => id, 'kept');

    async function endLeft(principal: string): Promise<void> {
      const held = (await heldBy(others, principal)) ?? [];
      const standsFor = terms.filter(({ of, state }) => of === principal && state === 'given');
      for (const { role, orgId } of standsFor) {
        if (held.some(({ grant }) => grant.role === role && grant.orgId === orgId && grant.of === undefined)) continue;
        const gone = { memberId: principal, grant: { role, orgId }, id: '' };
        await endStandIns(db, others, gone, { commandId: `terms-${key}`, by: '', now }, now);
      }
    }
  },
});

/** By their kinds. */
export const roleJobs = { roleterms: termsKept };
