import { anchorOf, auditCheck } from '../../../cloudfunctions/jobs/audit-check';
import { auditSeal } from '../../../cloudfunctions/jobs/audit-seal';
import { dayOf, startOfDay } from '../../../contract/day';
import { queued } from '../../../cloudfunctions/shared/work/rules/items';
import { runJob } from '../../support/runJob';
import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';
import type { Database } from '../../../cloudfunctions/schema';
import { earlierEntry, fact } from '../audit/city';
import { memoryDatabase } from '../kernel/memory';

const DAY = 86_400_000;
/** A Tuesday: what was checked before is not checked again. */
const tuesday = startOfDay('20261124') + 3_600_000;

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

const done = ({ jobs }: Database, day: string, result: string) =>
  jobs.add({ ...queued({ kind: 'audit' }, day, tuesday), state: 'done', result });

/** An audit with an entry each night, whose nights can be run one after another. */
function nights() {
  const { db } = memoryDatabase();
  let last = undefined as ReturnType<typeof link> | undefined;
  return {
    db,
    act: async (at: number) => {
      last = link('c', last, fact(at));
      await db.audit.add(last);
    },
    night: async (at: number) => {
      await runJob(auditSeal, db, at);
      const result = await runJob(auditCheck, db, at, dayOf(at));
      await done(db, dayOf(at), result);
      return result;
    },
  };
}

it('says up to which seal the audit is whole, and goes on from there the next night', async () => {
  const { act, night } = nights();
  expect(await night(tuesday)).toBe('empty');
  await act(tuesday);
  expect(await night(tuesday + DAY)).toMatch(/^sealed 000000000001 [0-9a-f]{64}$/);
  expect(await night(tuesday + 2 * DAY)).toMatch(/^sealed 000000000001 /);
  await act(tuesday + 2 * DAY);
  expect(await night(tuesday + 3 * DAY)).toMatch(/^sealed 000000000002 /);
  expect(logged).toEqual([]);
});

it('finds at the latest on Monday what was done to old entries, and says so every night from then on', async () => {
  const { db, act, night } = nights();
  for (const day of [0, 1]) await act(tuesday + day * DAY);
  await night(tuesday + 2 * DAY);
  await db.audit.remove({ _id: 'c:000000000001' });
  const results = [];
  for (let day = 3; day <= 8; day += 1) results.push(await night(tuesday + day * DAY));
  expect(results.slice(0, 3).every((result) => result.startsWith('sealed'))).toBe(true);
  expect(results.slice(3)).toEqual(Array(3).fill('broken missing c:000000000001'));
  expect(logged).toHaveLength(3);
});

it('finds at once that the newest seals were taken away, or written anew', async () => {
  const { db, act, night } = nights();
  await act(tuesday);
  await night(tuesday + DAY);
  await db.seals.remove({ _id: '000000000001' });
  expect(await night(tuesday + 2 * DAY)).toBe('broken lost 000000000001');
  expect(await night(tuesday + 3 * DAY)).toBe('broken lost 000000000001');
});

it('of earlier versions: the chain goes on being checked, from where they left it', async () => {
  const { db, night } = nights();
  const first = earlierEntry(undefined, tuesday - 2 * DAY);
  const second = earlierEntry(first, tuesday - 2 * DAY);
  for (const entry of [first, second]) await db.audit.add(entry);
  await done(db, '20261123', `intact ${second._id} ${second.hash}`);
  expect(await night(tuesday)).toMatch(/^sealed 000000000001 /);
  expect(await db.seals.get('000000000001')).toMatchObject({ day: null, count: 2 });
});

it('of earlier versions: entries that were cut off before the first seal are found', async () => {
  const { db, night } = nights();
  const first = earlierEntry(undefined, tuesday - 2 * DAY);
  const cut = earlierEntry(first, tuesday - 2 * DAY);
  await db.audit.add(first);
  await done(db, '20261123', `intact ${cut._id} ${cut.hash}`);
  expect(await night(tuesday)).toBe('broken lost 000000000002');
});

it('reads from a result what was whole, and nothing from others', () => {
  const hash = 'a'.repeat(64);
  expect(anchorOf(`sealed 000000000002 ${hash}`)).toEqual({ in: 'seals', id: '000000000002', hash });
  expect(anchorOf(`intact 000000000002 ${hash}`)).toEqual({ in: 'audit', id: '000000000002', hash });
  for (const result of ['broken missing c:000000000002', 'running', 'empty']) expect(anchorOf(result)).toBeUndefined();
});
