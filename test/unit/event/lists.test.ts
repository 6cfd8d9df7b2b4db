import fc from 'fast-check';
import type { EventCard } from '../../../contract/domains/event/actions';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { pageOfEvents } from '../../../cloudfunctions/domains/event/lists';
import type { Viewer } from '../../../cloudfunctions/kernel/context';
import { encodeCursor } from '../../../cloudfunctions/kernel/paging';
import { person } from '../../support/domains';
import { memoryDatabase } from '../kernel/memory';
import { HOUR, NOW, plan } from './town';

type Which = 'open' | 'mine' | 'managed' | 'own';

const viewer: Viewer = person('me', 'eastBranch', [{ role: 'branchSecretary', orgId: 'eastBranch' }]);

interface Times {
  /** Hours from now. */
  starts: number;
  hours: number;
  closes: number;
}

const document = ({ starts, hours, closes }: Times, index: number): EventDoc => ({
  ...plan,
  _id: `e${String(index).padStart(3, '0')}`,
  orgId: 'eastBranch',
  orgPath: ['city', 'east', 'eastBranch'],
  orgName: '东支部',
  memberId: 'me',
  startsAt: NOW + starts * HOUR,
  endsAt: NOW + (starts + hours) * HOUR,
  deadline: NOW + (starts - closes) * HOUR,
  form: [],
  cancelled: false,
  version: 1,
  queue: [{ m: 'me', c: `c${index}`, at: 0, a: [] }],
  queued: 1,
  commands: [],
  createdAt: 0,
});

/** Goes through all pages, `step` milliseconds apart; gives what was shown and the dearest page's round trips. */
async function pages(docs: readonly EventDoc[], which: Which, step = 0) {
  const { db, calls } = memoryDatabase();
  if (docs.length > 0) await db.events.addAll(docs);
  const shown: EventCard[] = [];
  const sizes: number[] = [];
  const trips: number[] = [];
  let now = NOW;
  for (let cursor: string | undefined, more = true; more; now += step) {
    const before = calls();
    const { items, next } = await pageOfEvents(db, which, viewer, { now, cursor });
    trips.push(calls() - before);
    shown.push(...items);
    sizes.push(items.length);
    more = next !== null;
    cursor = next ?? undefined;
  }
  return { shown, sizes, trips };
}

const compare = (by: 'startsAt' | 'endsAt') => (one: EventDoc, other: EventDoc) =>
  one[by] - other[by] || (one._id < other._id ? -1 : 1);
/** What a list has to be, said without parts: which events are on which page goes by their ends. */
function expected(docs: readonly EventDoc[], which: Which, sizes: readonly number[]): string[] {
  const forward = [...docs].sort(compare(which === 'open' ? 'startsAt' : 'endsAt'));
  const ahead = ({ endsAt, deadline }: EventDoc) => (which === 'open' ? deadline > NOW : endsAt > NOW);
  const there = which === 'open' ? forward.filter(({ startsAt }) => startsAt > NOW) : forward;
  const behind = there.filter((event) => !ahead(event));
  const all = [...there.filter(ahead), ...(which === 'open' ? behind : behind.reverse())];
  return sizes.flatMap((size) => {
    const page = all.splice(0, size);
    const nearest = page.filter(ahead).sort(compare('startsAt'));
    return [...nearest, ...page.filter((event) => !ahead(event))].map(({ _id }) => _id);
  });
}

const times = fc.record({
  // Few hours, so that many begin at once; and some that began long ago and still go on.
  starts: fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom(-1000, -740, -100, 100, 1000)),
  hours: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(101, 800, 2000)),
  closes: fc.integer({ min: 0, max: 4 }),
});

it.each(['open', 'mine', 'managed', 'own'] as const)(
  '%s: what is ahead runs forward, then what is behind; each event once over all pages, whatever the clock does meanwhile',
  async (which) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(times, { maxLength: 95, size: 'max' }),
        fc.constantFrom(0, HOUR),
        async (chosen, step) => {
          const docs = chosen.map(document);
          const { shown, sizes, trips } = await pages(docs, which, step);
          expect(shown).toHaveLength(expected(docs, which, [docs.length]).length);
          expect(shown.map(({ id }) => id)).toEqual(expected(docs, which, sizes));
          expect(Math.max(...trips)).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 60 },
    );
  },
);

const row = (count: number, starts: (index: number) => number): EventDoc[] =>
  Array.from({ length: count }, (_, index) => document({ starts: starts(index), hours: 2, closes: 1 }, index));

it.each([
  ['few events', 'mine', row(40, (index) => index * 10 - 200)],
  ['years of past ones', 'managed', row(90, (index) => 48 - index * 48)],
  ['many to sign up for', 'open', row(90, (index) => index + 5)],
] as const)('the first page of %s costs one round trip', async (_name, which, docs) => {
  const { trips } = await pages(docs, which);
  expect(trips[0]).toBe(1);
});

it('what has gone on for months is not over before it ends', async () => {
  const docs = row(2, (index) => [-1000, 20][index] ?? 0);
  const course = { ...docs[0]!, endsAt: NOW + 1 };
  const { shown } = await pages([course, docs[1]!], 'mine');
  expect(shown.map(({ id }) => id)).toEqual(['e000', 'e001']);
  const over = await pages([{ ...course, endsAt: NOW }, docs[1]!], 'mine');
  expect(over.shown.map(({ id }) => id)).toEqual(['e001', 'e000']);
});

it('of what is to come the nearest start is shown first, even where something else ends before', async () => {
  const docs = row(2, (index) => [3, 2][index] ?? 0);
  const long = { ...docs[1]!, endsAt: NOW + 9 * HOUR };
  const { shown } = await pages([docs[0]!, long], 'mine');
  expect(shown.map(({ id }) => id)).toEqual(['e001', 'e000']);
});

it('what is going on heads the list, and is not among the past ones as well', async () => {
  const docs = row(3, (index) => [-1, -30, 20][index] ?? 0);
  const { shown } = await pages(docs, 'mine');
  expect(shown.map(({ id }) => id)).toEqual(['e000', 'e002', 'e001']);
});

it('even where more goes on at once than a page holds, nothing is shown twice and the end is reached', async () => {
  const docs = [
    ...row(70, () => -1),
    ...row(30, (index) => -40 - index).map((doc) => ({ ...doc, _id: `p${doc._id}` })),
  ];
  const { shown, sizes } = await pages(docs, 'managed');
  expect(shown.map(({ id }) => id)).toEqual(expected(docs, 'managed', sizes));
});

it.each([
  ['of another list', encodeCursor([NOW, 'e1'])],
  ['of a part that is not there', encodeCursor([`2 ${NOW} ${NOW}`, 'e1'])],
  ['of no time', encodeCursor([`0 ${NOW} soon`, 'e1'])],
  ['of nothing', encodeCursor(['', 'e1'])],
])('a cursor %s is refused', async (_name, cursor) => {
  const { db } = memoryDatabase();
  await expect(pageOfEvents(db, 'mine', viewer, { now: NOW, cursor })).rejects.toThrow('翻页位置有误');
});
