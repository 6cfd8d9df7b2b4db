import { readFileSync } from 'node:fs';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { Collection, Doc } from '../../../cloudfunctions/kernel/port';
import { inRoot } from '../../../scripts/lib/paths';
import { unindexed } from '../../support/settled';
import { newCommandId, startStack, type Stack } from '../../support/stack';

/*
 * A small city as it was stored before there were cards, desks of their own, chains of audit and leases of jobs. It is an
 * export of that version, after a day on which its people used it; everybody in it is invented.
 */

jest.setTimeout(60_000);

const stored = JSON.parse(readFileSync(inRoot('test/fixtures/former/city.json'), 'utf8')) as Record<string, Doc[]>;
/** A few minutes after the last of it was written. */
const NOW = Date.UTC(2026, 10, 29, 14, 52);
const DAY = 86_400_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ clock: NOW });
  const collections = stack.db as unknown as Record<string, Collection<Doc>>;
  for (const [name, docs] of Object.entries(stored)) await collections[name]?.addAll(docs);
});
afterAll(() => stack.stop());

const fire = async () => (await stack.emulator.fireTimer('minute')).result as { ok: boolean };
const today = (who: string) => stack.call(who, 'home.today', {});
const newsOf = async (who: string) =>
  (await today(who)).changes.map((one) => `${one.kind} ${'title' in one ? one.title : one.ticket}`);
const events = async (who: string) => (await stack.call(who, 'event.list', { which: 'mine' })).items;

describe('before the first job', () => {
  it('desk, shelf and records are as they were left', async () => {
    const { desk, days } = await today('visitor');
    expect(desk.map(({ title }) => title)).toEqual(['人类简史', '未来简史', '时间简史']);
    expect(days.flatMap(({ lines }) => lines.map(({ pages, note }) => [pages, note]))).toEqual([
      [12, '昨天的几句'],
      [null, '今天的几句'],
    ]);
    const { reading, want } = await stack.call('visitor', 'shelf.overview', {});
    expect([reading.length, want.items.map(({ book }) => book.title)]).toEqual([3, ['追风筝的人']]);
  });

  it('everybody has the place that he had, and the roster its names and answers', async () => {
    const standing = async (who: string) =>
      Object.fromEntries((await events(who)).map(({ title, mine }) => [title, mine]));
    expect(await standing('visitor')).toEqual({ 两席夜读: { state: 'in' }, 改期一场: { state: 'in' } });
    expect(await standing('youth')).toMatchObject({
      两席夜读: { state: 'waiting', place: 1 },
      樱顶夜读: { state: 'in' },
    });
    const id = (await events('visitor')).find(({ title }) => title === '两席夜读')?.id ?? '';
    const { items } = await stack.call('branch-secretary', 'event.roster', { id });
    expect(items.map(({ name, seated, answers }) => [name, seated, answers[0]?.value])).toEqual([
      ['周予安', true, 'branch-secretary 想读红楼'],
      ['方小舟', true, 'visitor 想读红楼'],
      ['林晓', false, 'youth 想读红楼'],
    ]);
  });
});

describe('after the first minute of the timer', () => {
  beforeAll(async () => {
    // What the first run of the day leaves to the next, it does a minute later.
    for (const minute of [0, 1, 2]) {
      stack.setClock(NOW + minute * 60_000);
      expect(await fire()).toMatchObject({ ok: true });
    }
  });

  it('今日 has the next event and the newest recommendation, and tells what was new and nothing else', async () => {
    expect(await today('visitor')).toMatchObject({
      event: { title: '两席夜读', seated: true },
      recommendation: { book: { title: '未来简史' } },
    });
    expect(await newsOf('visitor')).toEqual(['moved 改期一场', 'answered 20261129-H97E']);
    // What was put away before, the move and an answer, is not told again.
    expect(await newsOf('youth')).toEqual(['promoted 樱顶夜读', 'cancelled 操场星空朗读']);
    expect(await newsOf('branch-secretary')).toEqual([]);
  });

  it('what is put away now stays away', async () => {
    const { changes } = await today('visitor');
    const seen = {
      events: changes.flatMap((one) => (one.kind === 'answered' ? [] : [one.standing])),
      tickets: changes.flatMap((one) => (one.kind === 'answered' ? [one.id] : [])),
    };
    await stack.call('visitor', 'home.seen', { commandId: newCommandId(), ...seen });
    stack.setClock(NOW + DAY);
    await fire();
    stack.setClock(NOW + DAY + 60_000);
    await fire();
    expect(await newsOf('visitor')).toEqual([]);
  });

  it('what was scheduled comes by the clock, what was withdrawn does not', async () => {
    const { recommendation } = await today('visitor');
    expect(recommendation?.book.title).toBe('人类简史');
    const { items } = await stack.call('branch-secretary', 'recommendation.list', { which: 'mine' });
    expect(items.map(({ state }) => state).sort()).toEqual(['published', 'published', 'withdrawn']);
  });

  it('a tap that waited on a phone is recorded once', async () => {
    const [book] = (await today('visitor')).desk;
    const tap = {
      commandId: newCommandId(),
      bookId: book?.id ?? '',
      when: { kind: 'tap', elapsedMs: 60_000 },
    } as const;
    await stack.call('visitor', 'checkin.submit', tap);
    const { checkIn } = await stack.call('visitor', 'checkin.submit', tap);
    expect(checkIn.lines.map(({ book: { title } }) => title)).toEqual(['人类简史']);
  });

  it('who leaves lets the first of the waitlist move up, who is told', async () => {
    const id = (await events('visitor')).find(({ title }) => title === '两席夜读')?.id ?? '';
    await stack.call('visitor', 'event.cancelSignup', { commandId: newCommandId(), id });
    expect(await newsOf('youth')).toContain('promoted 两席夜读');
  });

  it('the audit of before is whole, records of jobs do no harm, and every query had an index', async () => {
    expect((await checkAll(stack.db)).faults).toEqual([]);
    const jobs = await stack.db.jobs.find({}, { sort: [['_id', 1]], limit: 100 });
    expect(jobs.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(unindexed(stack)).toEqual([]);
  });
});
