import { verifyAudit } from '../kernel/audit';
import type { Database } from '../schema';
import { above, between } from '../kernel/port';
import type { AuditDoc } from '../kernel/collections';
import type { Job } from './job';

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
export const auditCheck: Job = {
  name: NAME,
  every: 'day',
  async run(db) {
    const anchor = await findAnchor(db);
    let last: AuditDoc | undefined = anchor && (await db.audit.get(anchor.id));
    if (anchor !== undefined && last?.hash !== anchor.hash) return broken(anchor.id);
    for (;;) {
      const entries = await db.audit.find({ _id: above(last?._id ?? '') }, { sort: [['_id', 1]], limit: BATCH });
      const verdict = verifyAudit(entries, last);
      if (!verdict.intact) return broken(verdict.brokenAt);
      last = verdict.last;
      if (entries.length < BATCH) break;
    }
    return last === undefined ? 'empty' : `intact ${last._id} ${last.hash}`;
  },
};

function broken(id: string): string {
  console.error(JSON.stringify({ job: NAME, brokenAt: id }));
  return `broken at ${id}`;
}
