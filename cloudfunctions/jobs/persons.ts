import type { Files } from '../kernel/files';
import { ERASED } from '../kernel/personal';
import type { Database } from '../schema';
import { eraseStep, exportOf, mergeStep, START, type Place } from '../shared/subject/steps';
import { reassignStandIns } from '../kernel/memberGrants';
import { endDutiesOf } from '../domains/duty/public';
import { endAllOf } from '../domains/role/public';
import { MERGE_WORK } from '../domains/member/rules/merging';
import { recommendationJobs } from '../domains/recommendation/jobs';
import { defineJob } from '../shared/work/job';
import { noteErasure } from '../domains/owndata/public';
import { dataOf } from './own/data';
import { queueWork } from '../shared/work/public';

/*
 * What becomes of a person's data, done through every collection there is. Queue them with `queueWork` a few minutes
 * after the member was disabled, so that no call of his is still running.
 */

/** Everything of one member as plain values, for his own export. */
export const exportMember = (db: Database, files: Files, memberId: string) => exportOf(dataOf(db, files), memberId);

/** Erases a member; the key is his id. */
export const eraseMember = defineJob<Database, Place>({
  kind: 'erase',
  async step(db, { key: memberId, cursor, now, others, files }) {
    if (cursor === undefined) {
      // First of all, so that whoever restores a backup knows of it.
      await noteErasure(others, memberId, now);
      await db.members.update({ _id: memberId }, { set: { disabled: true } });
      // Who stands in for somebody does not do so for nobody.
      await endAllOf(others, memberId, now);
      await endDutiesOf(others, { memberId, by: ERASED, at: now });
    }
    const next = await eraseStep(dataOf(db, files), memberId, cursor ?? START, now);
    if (next !== undefined) return { cursor: next };
    // The cards of orgs name who recommended; they are made anew from what says so no more.
    await queueWork(others, recommendationJobs.recommended, memberId, now);
    return { done: 'erased' };
  },
});

/** Gives all of one record of a person to another; the key is `<from>:<to>`. */
export const mergeMembers = defineJob<Database, Place>({
  kind: MERGE_WORK,
  async step(db, { key, cursor, now, others, files }) {
    const [from = '', to = ''] = key.split(':');
    if (cursor === undefined) {
      if (from === to || (await db.members.get(to)) === undefined) return { done: 'nobody to merge with' };
      await db.members.update({ _id: from }, { set: { disabled: true } });
    }
    const next = await mergeStep(dataOf(db, files), { from, to }, cursor ?? START, now);
    if (next !== undefined) return { cursor: next };
    await reassignStandIns(others, from, to);
    return { done: 'merged' };
  },
});
