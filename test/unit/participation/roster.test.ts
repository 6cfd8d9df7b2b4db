import fc from 'fast-check';
import type { QueueEntry } from '../../../cloudfunctions/shared/participation/shape';
import { pageOfRoster } from '../../../cloudfunctions/domains/event/rules/roster';

const MINUTE = 60_000;
const queueOf = (length: number): QueueEntry[] =>
  Array.from({ length }, (_, index) => ({ m: `m${index}`, c: `c${index}`, at: index * MINUTE, a: [] }));

function wholeRoster(queue: QueueEntry[], between: (page: number) => QueueEntry[] = () => queue): string[] {
  const seen: string[] = [];
  let current = queue;
  for (let page = 0, after: readonly [string | number, string] | undefined; ; page += 1) {
    const { people, next } = pageOfRoster({ queue: current, capacity: 20 }, after);
    seen.push(...people.map(({ memberId }) => memberId));
    if (next === undefined) return seen;
    after = next;
    current = between(page);
  }
}

it('shows everybody once, in order, with seats for the first', () => {
  const queue = queueOf(120);
  expect(wholeRoster(queue)).toEqual(queue.map(({ m }) => m));
  const { people } = pageOfRoster({ queue, capacity: 20 });
  expect(people.slice(18, 22).map(({ order, seated }) => [order, seated])).toEqual([
    [19, true],
    [20, true],
    [21, false],
    [22, false],
  ]);
  expect(pageOfRoster({ queue: [], capacity: 20 })).toEqual({ people: [], next: undefined });
  expect(wholeRoster(queueOf(50))).toHaveLength(50);
});

it('leaves nobody out when people cancel between two pages, whoever they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(119), { maxLength: 60 }), (cancelled) => {
      const queue = queueOf(120);
      const rest = queue.filter((_, index) => !cancelled.includes(index));
      const seen = wholeRoster(queue, () => rest);
      expect(rest.every(({ m }) => seen.includes(m))).toBe(true);
    }),
  );
});

it('goes on with those who came within a minute of one who has cancelled, so that nobody is left out', () => {
  const queue = queueOf(10).filter(({ m }) => m !== 'm5');
  const { people } = pageOfRoster({ queue, capacity: 20 }, [5 * MINUTE, 'c5']);
  expect(people.map(({ memberId }) => memberId)).toEqual(['m4', 'm6', 'm7', 'm8', 'm9']);
});

it('ends where all who came later have cancelled', () => {
  const position = [500 * MINUTE, 'gone'] as const;
  expect(pageOfRoster({ queue: queueOf(10), capacity: 1 }, position)).toEqual({ people: [], next: undefined });
});
