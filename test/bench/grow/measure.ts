import { addDays, dayOf, monthOf } from '../../../contract/day';
import type { ActionInput, ActionName } from '../../../contract/registry';
import { step } from '../../../scripts/lib/say';
import { newCommandId, type Stack, startStack } from '../../support/stack';
import { type Row, row } from '../row';
import { grow } from './grow';
import { bookRead, checkIns, DAYS_EACH, readerOpenid, readers, readersOf, type Soil } from './readers';

/** Check-ins of the whole city. */
const SIZES = [1000, 100_000, 1_000_000] as const;
/** Calls of each path at each size; few enough that no reader meets a rate limit. */
const CALLS = 150;

type Path = { [N in ActionName]: { action: N; input: (reader: number, turn: number) => ActionInput<N> } }[ActionName];

/** What readers do, each in a member's own words. */
const pathsOf = (soil: Soil): Path[] => [
  { action: 'home.today', input: () => ({}) },
  { action: 'checkin.month', input: () => ({ month: monthOf(soil.today) }) },
  { action: 'checkin.ofBook', input: (reader) => ({ bookId: bookRead(soil, reader, 15)._id }) },
  {
    // A day before those that he has, another one at each turn, so that a record is begun each time.
    action: 'checkin.submit',
    input: (reader, turn) => {
      const { _id: bookId, title, author, tone } = bookRead(soil, reader, 1);
      const day = addDays(soil.today, -(DAYS_EACH + 1 + turn));
      return { commandId: newCommandId(), bookId, book: { title, author, tone }, when: { kind: 'day', day } };
    },
  },
  { action: 'shelf.overview', input: () => ({}) },
  { action: 'recommendation.list', input: () => ({ which: 'visible' }) },
  { action: 'event.list', input: () => ({ which: 'open' }) },
];

/** What the paths of readers cost while the city grows; round trips may not grow with it. */
export async function measureGrowth(): Promise<Row[]> {
  const stack = await startStack({ seed: 'demo' });
  try {
    const soil: Soil = {
      branches: await stack.db.orgs.find({ kind: 'branch' }, { limit: 1000 }),
      books: await stack.db.books.find({}, { limit: 1000 }),
      today: dayOf(Date.now()),
    };
    const rows: Row[] = [];
    const fewest = new Map<ActionName, number>();
    let from = 0;
    let turn = 0;
    for (const to of SIZES) {
      const size = to.toLocaleString('en-US');
      await step(`长到 ${size} 次打卡`, () => growTo(stack, soil, { from, to }));
      await welcome(stack, readersOf(to));
      for (const path of pathsOf(soil)) {
        const { roundTrips, p95 } = await measurePath(stack, path, { people: readersOf(to), turn });
        const name = `${path.action}，全市 ${size} 次打卡`;
        if (!fewest.has(path.action)) fewest.set(path.action, roundTrips);
        rows.push(row(name, roundTrips, 'round trips', fewest.get(path.action)), row(`${name}（p95）`, p95, 'ms'));
      }
      from = to;
      turn += Math.ceil(CALLS / readersOf(to));
    }
    return rows;
  } finally {
    await stack.stop();
  }
}

async function growTo({ db }: Stack, soil: Soil, { from, to }: { from: number; to: number }): Promise<void> {
  await grow(db.members, readers(soil), { from: readersOf(from), to: readersOf(to) });
  await grow(db.checkins, checkIns(soil), { from, to });
}

/** A prime step asks for readers all over the city instead of neighbours, and for every one before the first again. */
const readerAt = (call: number, people: number): number => (call * 7919) % people;

/** Everybody who will be asked has opened the app before: the first time makes what is derived from the shelf. */
async function welcome(stack: Stack, people: number): Promise<void> {
  for (let call = 0; call < Math.min(CALLS, people); call += 1) {
    await stack.call(readerOpenid(readerAt(call, people)), 'home.today', {});
  }
}

/** The most round trips that a call took, and the 95th percentile of their milliseconds. */
async function measurePath(
  stack: Stack,
  { action, input }: Path,
  { people, turn }: { people: number; turn: number },
): Promise<{ roundTrips: number; p95: number }> {
  const times: number[] = [];
  let roundTrips = 0;
  for (let call = 0; call < CALLS; call += 1) {
    const reader = readerAt(call, people);
    const started = performance.now();
    await stack.call(readerOpenid(reader), action, input(reader, turn + Math.floor(call / people)));
    times.push(performance.now() - started);
    roundTrips = Math.max(roundTrips, stack.emulator.calls.last()?.roundTrips ?? Number.NaN);
  }
  return { roundTrips, p95: times.sort((one, other) => one - other)[Math.floor(CALLS * 0.95)] ?? Number.NaN };
}
