import { denialSummaries } from '../../../cloudfunctions/jobs/denials';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { jobs } from '../../../cloudfunctions/jobs/jobs';
import { dueBefore, retention } from '../../../cloudfunctions/jobs/retention';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { CollectionName } from '../../../cloudfunctions/schema';
import { schema } from '../../../cloudfunctions/schema';
import { runJob } from '../../support/runJob';
import { memoryDatabase } from '../kernel/memory';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23);

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

describe('retention', () => {
  const event = (id: string, endsAt: number) => ({ _id: id, endsAt }) as EventDoc;

  it('removes what is past its date, in as many batches as it takes, and nothing else', async () => {
    const { db } = memoryDatabase();
    const edge = now - 400 * DAY;
    for (let index = 0; index < 1203; index += 1) await db.events.add(event(`old${index}`, edge - 1));
    await db.events.add(event('edge', edge));
    await db.limits.add({ _id: 'gone', count: 1, expiresAt: now - 1 });
    await db.limits.add({ _id: 'kept', count: 1, expiresAt: now });
    const removed = await runJob(retention, db, now);
    expect(removed.split(', ').sort()).toEqual(['events 1203', 'limits 1']);
    expect((await db.events.find({}, { limit: 9 })).map(({ _id }) => _id)).toEqual(['edge']);
    expect(await db.limits.get('kept')).toBeDefined();
  });

  it('reaches the same state however often it runs', async () => {
    const { db } = memoryDatabase();
    await db.events.add(event('old', 0));
    for (let index = 0; index < 10; index += 1) await runJob(retention, db, now);
    expect(await db.events.count({})).toBe(0);
  });

  it('counts whole days', () => {
    expect(dueBefore({ days: 1 }, now)).toBe(now - DAY);
    expect(dueBefore({ days: 0 }, now)).toBe(now);
  });

  it('finds what is due through an index, in every collection', () => {
    for (const name of Object.keys(schema) as CollectionName[]) {
      const rule = schema[name].retention;
      const first = schema[name].indexes.map(({ keys }) => keys[0]?.[0]);
      if (rule !== null) expect(first).toContain(rule.field);
    }
  });
});

describe('summaries of refused calls', () => {
  const HOUR = 3_600_000;
  const denials = (who: string, count: number, endsAt: number) => ({
    _id: `${who}:1`,
    actor: who,
    count,
    of: { event: { roster: count } },
    endsAt,
  });
  const summaries = async ({ audit }: ReturnType<typeof memoryDatabase>['db']) =>
    (await audit.find({}, { sort: [['_id', 1]], limit: 1000 })).map(({ actor, target }) => `${actor} ${target}`);

  it('name who was refused more often than is written one by one, in any number of batches', async () => {
    const { db } = memoryDatabase();
    for (let index = 0; index < 450; index += 1) await db.denials.add(denials(`m${index}`, 5, now - HOUR));
    await db.denials.add(denials('many', 6, now - HOUR));
    await db.denials.add(denials('late', 9, now - 60_000));
    expect(await runJob(denialSummaries, db, now)).toBe('denials 1');
    expect(await summaries(db)).toEqual([`many since=${now - 2 * HOUR} calls=6 event.roster=6`]);
    expect((await db.denials.find({}, { limit: 9 })).map(({ actor }) => actor)).toEqual(['late']);
  });

  it('are written once, even when a run is killed between the entry and the removal of the count', async () => {
    const { db } = memoryDatabase();
    await db.denials.add(denials('many', 6, now - HOUR));
    const killed = { ...db, denials: { ...db.denials, remove: () => Promise.reject(new Error('killed')) } };
    await expect(runJob(denialSummaries, killed, now)).rejects.toThrow('killed');
    await runJob(denialSummaries, db, now + HOUR);
    expect(await summaries(db)).toHaveLength(1);
    expect(await db.denials.count({})).toBe(0);
  });

  it('are written once by several runs at once', async () => {
    const { db } = memoryDatabase();
    for (const who of ['a', 'b', 'c']) await db.denials.add(denials(who, 6, now - HOUR));
    await Promise.all([1, 2, 3].map(() => runJob(denialSummaries, db, now)));
    expect((await summaries(db)).map((line) => line.split(' ')[0]).sort()).toEqual(['a', 'b', 'c']);
    expect((await checkAll(db)).faults).toEqual([]);
  });
});

it('the jobs stand under their kinds, which their work is kept under', () => {
  for (const [name, { kind }] of Object.entries(jobs)) {
    expect(kind).toBe(name);
    expect(kind).toMatch(/^[a-z]+$/);
  }
});
