import { verifyAudit } from '../kernel/audit';
import type { Database } from '../schema';
import { above, between } from '../kernel/port';
import { defineJob } from '../shared/work/job';

const BATCH = 500;
const NAME = 'audit';

/** The entry up to which an earlier run found the chain whole, and its hash then. */
export function anchorOf(result: string): { id: string; hash: string } | undefined {
  const [, id, hash] = /^intact (\d{12}) ([0-9a-f]{64})$/.exec(result) ?? [];
  return id === undefined || hash === undefined ? undefined : { id, hash };
}

async function findAnchor(db: Database): Promise<{ id: string; hash: string } | undefined> {
  const earlier = await db.jobs.find(
    { _id: between(`${NAME}:0`, `${NAME}:9`) },
    { sort: [['_id', -1]], limit: 10, fields: ['result'] },
  );
  return earlier.map(({ result }) => anchorOf(result)).find((anchor) => anchor !== undefined);
}

/** Checks the chain from where the last run left it; the anchor it keeps also betrays entries cut off at the end. */
export const auditCheck = defineJob<Database, { id: string; hash: string }>({
  kind: NAME,
  every: 'day',
  async step(db, { cursor }) {
    const anchor = cursor ?? (await findAnchor(db));
    const last = anchor && (await db.audit.get(anchor.id));
    if (anchor !== undefined && last?.hash !== anchor.hash) return { done: broken(anchor.id) };
    const entries = await db.audit.find({ _id: above(last?._id ?? '') }, { sort: [['_id', 1]], limit: BATCH });
    const verdict = verifyAudit(entries, last);
    if (!verdict.intact) return { done: broken(verdict.brokenAt) };
    if (verdict.last === undefined) return { done: 'empty' };
    const { _id: id, hash } = verdict.last;
    return entries.length < BATCH ? { done: `intact ${id} ${hash}` } : { cursor: { id, hash } };
  },
});

function broken(id: string): string {
  console.error(JSON.stringify({ job: NAME, brokenAt: id }));
  return `broken at ${id}`;
}
