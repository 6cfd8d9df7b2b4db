import type { Collection, Value } from '../../kernel/port';
import { among, atMost } from '../../kernel/port';
import type { JobDoc } from './collections';
import { afterFailure, ATTEMPTS_MAX, LEASE_MS, queued } from './rules/items';
import { type Every, periodOf } from './rules/periods';

/*
 * Pieces of work and who is at them. Whoever has the lease writes on the condition that he still has it, so that of a
 * run that was thought dead and the one that took over only the latter's steps are stored.
 */

type Jobs = Collection<JobDoc>;
/** Items looked at together; several invocations take different ones of them. */
const DUE = 20;

/**
 * Queues each periodic job for its period of now, once; not while an earlier period's is not over, which would be two
 * of it at a time. Two round trips where all is queued.
 */
export async function queuePeriods(
  jobs: Jobs,
  periodic: readonly { kind: string; every: Every }[],
  now: number,
): Promise<void> {
  const items = periodic.map((job) => queued(job, periodOf(job.every, now), now));
  const [known, open] = await Promise.all([
    jobs.find({ _id: among(items.map(({ _id }) => _id)) }, { limit: items.length, fields: ['_id'] }),
    jobs.find({ state: 'due', kind: among(items.map(({ kind }) => kind)) }, { limit: items.length, fields: ['kind'] }),
  ]);
  const standing = new Set([...known.map(({ _id }) => _id), ...open.map(({ kind }) => kind)]);
  await Promise.all(
    items.filter(({ _id, kind }) => !standing.has(_id) && !standing.has(kind)).map((item) => jobs.add(item)),
  );
}

/** What may be taken now of these kinds, what has waited longest first. One round trip. */
export const findDue = (jobs: Jobs, kinds: readonly string[], now: number): Promise<JobDoc[]> =>
  jobs.find(
    { state: 'due', dueAt: atMost(now), kind: among(kinds) },
    {
      sort: [
        ['dueAt', 1],
        ['_id', 1],
      ],
      limit: DUE,
    },
  );

/**
 * Takes an item as it was seen; `undefined` when somebody else was faster, or when it was killed too often and is given
 * up, which is told in the log. One round trip.
 */
export async function claim(jobs: Jobs, item: JobDoc, lease: string, now: number): Promise<JobDoc | undefined> {
  const seen = { _id: item._id, state: 'due' as const, dueAt: item.dueAt, lease: item.lease };
  if (item.attempts >= ATTEMPTS_MAX) {
    const given = await jobs.update(seen, { set: afterFailure(item.attempts, now) });
    if (given > 0) report(item._id);
    return undefined;
  }
  return jobs.updateOne(seen, { set: { lease, dueAt: now + LEASE_MS }, inc: { attempts: 1 } });
}

/** Stores where the next step begins, and goes on or gives the item back; false when the lease was lost. */
export const storeStep = async (
  jobs: Jobs,
  { _id, lease }: JobDoc,
  { cursor, now, goesOn }: { cursor: Value; now: number; goesOn: boolean },
): Promise<boolean> => {
  const held = goesOn ? { attempts: 1, dueAt: now + LEASE_MS } : { attempts: 0, dueAt: now, lease: null };
  return (await jobs.update({ _id, lease }, { set: { cursor, ...held } })) > 0;
};

/** Stores what came of the item; false when the lease was lost. */
export const storeResult = async (jobs: Jobs, { _id, lease }: JobDoc, result: string): Promise<boolean> =>
  (await jobs.update({ _id, lease }, { set: { state: 'done', lease: null, result } })) > 0;

/** Has a failed item tried again later, or gives it up, which is told in the log. */
export async function storeFailure(
  jobs: Jobs,
  { _id, lease }: JobDoc,
  { attempts, now }: { attempts: number; now: number },
): Promise<void> {
  const after = afterFailure(attempts, now);
  const stored = await jobs.update({ _id, lease }, { set: { ...after, attempts } });
  if (stored > 0 && after.state === 'failed') report(_id);
}

const report = (item: string) => console.error(JSON.stringify({ job: item, givenUp: true }));
