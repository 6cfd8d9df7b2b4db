import { eventJobs } from '../../../cloudfunctions/domains/event/jobs';
import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { runJob } from '../../support/runJob';
import { memoryDatabase } from '../kernel/memory';

const now = Date.UTC(2026, 10, 23);
const event = (id: string, people: string[], queued: number) =>
  ({ _id: id, queue: people.map((m) => ({ m, c: m, at: 0 })), queued }) as unknown as EventDoc;

let logged: string[];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

async function run(...events: EventDoc[]): Promise<string> {
  const { db } = memoryDatabase();
  for (const one of events) await db.events.add(one);
  return runJob(eventJobs.drift, db, now);
}
const many = (from: number, to: number, make: (index: number) => EventDoc): EventDoc[] =>
  Array.from({ length: to - from }, (_, index) => make(from + index));

it.each([
  ['nobody is counted and nobody is there', [], 0, 0],
  ['as many are there as are counted', ['a', 'b'], 2, 0],
  ['a count differs from its queue', ['a'], 2, 1],
  ['somebody is in a queue twice', ['a', 'a'], 2, 1],
] as const)('where %s, the drift says so', async (_name, people, queued, wrong) => {
  expect(await run(event('e', [...people], queued))).toBe(`drift ${wrong} of 1`);
});

it('is reported with what it is in, past the first page too', async () => {
  expect(await run(...many(10, 55, (index) => event(`e${index}`, ['a'], index === 50 ? 2 : 1)))).toBe('drift 1 of 45');
  expect(logged.join('')).toContain('e50');
});

it('is 0 in silence', async () => {
  expect(await run(...many(10, 30, (index) => event(`e${index}`, [], 0)))).toBe('drift 0 of 20');
  expect(logged).toEqual([]);
});
