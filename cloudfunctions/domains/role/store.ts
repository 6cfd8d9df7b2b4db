import { addOnce } from '../../kernel/once';
import { changeGrants } from '../../kernel/memberGrants';
import type { Others } from '../../kernel/others';
import { untilWritten } from '../../kernel/retry';
import { changeOnce } from '../../shared/commands/store';
import type { RoleDatabase, TermDoc } from './collections';
import { grantsAfter } from './rules/terms';

/*
 * A term is written first; what a member holds is then made to say the same. So a call that was killed between the two is
 * repaired by its retry, or by the job (`jobs.ts`), and whoever writes last looks again.
 */

export type Terms = Pick<RoleDatabase, 'roleterms'>;

export const findTerm = (db: Terms, id: string): Promise<TermDoc | undefined> => db.roleterms.get(id);

/**
 * Makes the member's grants say what the term says, and the term as it is then. It looks at the term again afterwards, so
 * that of one that is given and ended at once nothing is left. Four round trips, two where all is so already.
 */
export const settle = (db: Terms, others: Others, seen: TermDoc): Promise<TermDoc> => {
  let term = seen;
  return untilWritten(async () => {
    let changed = false;
    const judged = term;
    await changeGrants(others, judged.memberId, (grants) => {
      const after = grantsAfter(grants, judged);
      changed = after !== undefined;
      return after;
    });
    if (!changed) return judged;
    const now = await db.roleterms.get(judged._id);
    if (now === undefined || sameFacts(now, judged)) return judged;
    term = now;
    return undefined;
  });
};

const sameFacts = (one: TermDoc, other: TermDoc): boolean =>
  one.state === other.state && one.until === other.until && one.from === other.from && one.memberId === other.memberId;

/** Writes a term and makes it count; one of this id that is there stands. */
export async function give(db: Terms, others: Others, term: TermDoc): Promise<TermDoc> {
  const standing = await addOnce(db.roleterms, term);
  return standing.state === 'given' ? settle(db, others, standing) : standing;
}

interface Ending {
  commandId: string;
  by: string;
  now: number;
}

/** Ends a term that is given; as it is then, `undefined` where it is not there. Once under a command id. */
export async function end(db: Terms, others: Others, id: string, { commandId, by, now }: Ending) {
  const change = { set: { state: 'ended' as const, endedBy: by, endedAt: now } };
  const ended = await changeOnce(db.roleterms, { id, commandId }, { change, expected: { state: 'given' } });
  const term = ended ?? (await findTerm(db, id));
  return term && settle(db, others, term);
}

/** Gives a term that is given another end; as it is then, `undefined` where it is not there. Once under a command id. */
export async function setUntil(db: Terms, others: Others, id: string, until: number | null, commandId: string) {
  const changed = await changeOnce(
    db.roleterms,
    { id, commandId },
    { change: { set: { until } }, expected: { state: 'given' } },
  );
  const term = changed ?? (await findTerm(db, id));
  return term && settle(db, others, term);
}
