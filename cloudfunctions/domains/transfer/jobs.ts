import { afterBatch, defineJob } from '../../shared/work/public';
import { carryOut } from './carry';
import type { TransferDatabase } from './collections';
import { graduations } from './graduationJob';
import { closed } from './rules/transfer';
import { conclude, findOverdue, findUnderWay } from './store';

const BATCH = 100;

/** Lets requests lapse that nobody answered in time; nothing else has changed for them. */
const overdue = defineJob<TransferDatabase, number>({
  kind: 'overdue',
  every: 'hour',
  async step(db, { cursor: lapsed = 0, now }) {
    const due = await findOverdue(db, now, BATCH);
    await Promise.all(due.map((doc) => conclude(db, doc, closed('expired', now))));
    const total = lapsed + due.length;
    return due.length < BATCH ? { done: `lapsed ${total}` } : { cursor: total };
  },
});

/** Finishes what a call that was killed had begun. Usually 0. */
const underWay = defineJob<TransferDatabase>({
  kind: 'movements',
  every: 'hour',
  async step(db, { cursor = '', now, others }) {
    const found = await findUnderWay(db, cursor, BATCH);
    for (const doc of found) await carryOut({ db, others, now }, doc);
    return afterBatch(found, BATCH, (last) => last, `finished ${found.length}`);
  },
});

/** By their kinds. */
export const transferJobs = { overdue, movements: underWay, graduation: graduations };
