import { datesDue, erasedAmong, forgetDates } from '../../domains/owndata/public';
import { above } from '../../kernel/port';
import type { Database } from '../../schema';
import { afterBatch, defineJob } from '../../shared/work/job';
import { queueWork } from '../../shared/work/public';

const BATCH = 200;
const ERASE = { kind: 'erase' };

/** Has members erased whose days of grace are over, or for whose record a date has come. */
export const dueErasures = defineJob<Database>({
  kind: 'erasures',
  every: 'hour',
  async step(_db, { now, others }) {
    const { members, idle } = await datesDue(others, now, BATCH);
    for (const memberId of members) await queueWork(others, ERASE, memberId, now);
    if (idle.length > 0) await forgetDates(others, idle);
    return { done: `due ${members.length}` };
  },
});

/**
 * Erases again whom a restored backup brought back. Queued by `npm run erasures`, under a key of that run; goes through
 * all members, a batch a step.
 */
export const replayErasures = defineJob<Database>({
  kind: 'replay',
  async step(db, { key, cursor = '', now, others }) {
    const members = await db.members.find(
      { _id: above(cursor) },
      { sort: [['_id', 1]], limit: BATCH, fields: ['_id'] },
    );
    const erased = await erasedAmong(
      others,
      members.map(({ _id }) => _id),
    );
    for (const memberId of erased) {
      await db.members.update({ _id: memberId }, { set: { disabled: true } });
      // Under this run's key too: the backup may remember that it was done before.
      if (!(await queueWork(others, ERASE, memberId, now))) await eraseAgain(db, memberId, now);
    }
    return afterBatch(members, BATCH, (last) => last, `replayed by ${key}`);
  },
});

/** Work that is remembered as done is begun anew, as if it never had been. */
async function eraseAgain(db: Database, memberId: string, now: number): Promise<void> {
  await db.jobs.update(
    { _id: `erase:${memberId}`, state: 'done' },
    { set: { state: 'due', cursor: null, attempts: 0, result: '', dueAt: now } },
  );
}
