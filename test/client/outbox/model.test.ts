/** @jest-environment node */
import fc from 'fast-check';
import { dayOf } from '@contract/day';
import { Phone, settle } from './phone';
import { Server, type Fate } from './server';

/*
 * Random lives of the queue: taps, words, removals, undos, lost messages, lost replies, busy servers, restarts at any
 * moment, phone clocks that are wrong and set again, and a second kind of command among them. In the end, with the network back, the server must hold exactly
 * what the person did.
 */
type Step =
  | { do: 'tap' | 'remove'; book: string }
  | { do: 'write'; book: string; note: string }
  | { do: 'place'; book: string; to: 'want' | 'reading' }
  | { do: 'send'; fate: Fate }
  | { do: 'restart' | 'undo' }
  | { do: 'setClock'; hours: number }
  | { do: 'wait'; minutes: number };

const book = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tap' as const), book }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), book }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), book, note: fc.constantFrom('甲', '乙') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('place' as const), book, to: fc.constantFrom('want', 'reading') }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'undo' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom<Fate>('arrives', 'slow', 'lost', 'replyLost', 'busy'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('setClock' as const), hours: fc.integer({ min: -72, max: 72 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
);

/** 2026-11-23 23:00 in Shanghai: most lives run past midnight. */
const EVENING = Date.UTC(2026, 10, 23, 15);

/** A person with a phone, and what the person did, by day and book. */
class Person {
  readonly did = new Map<string, string | null>();
  /** Where each book was put last. */
  readonly placed = new Map<string, string>();
  /** What 撤销 would do: it stands for the last act only, and not after a restart. */
  private undo: (() => void) | undefined;

  constructor(
    readonly phone: Phone,
    private readonly world: { now: number },
    /** Whether the phone has heard the time since its clock was last set, whenever a finger touches it. */
    private readonly rightOfTheDay: boolean,
  ) {}

  async run(step: Step): Promise<void> {
    const { phone } = this;
    if (this.rightOfTheDay && (step.do === 'tap' || step.do === 'write' || step.do === 'remove')) phone.hearClock();
    const key = 'book' in step ? `${dayOf(this.world.now)}:${step.book}` : '';
    const before = this.did.get(key);
    const back = (undo: () => void) => () => {
      undo();
      if (before === undefined) this.did.delete(key);
      else this.did.set(key, before);
    };
    switch (step.do) {
      case 'tap':
        if (phone.line(step.book)) return;
        this.undo = back(phone.tap(step.book));
        if (!this.did.has(key)) this.did.set(key, null);
        break;
      case 'write':
        if (!phone.line(step.book)) return;
        phone.write(step.book, step.note);
        this.undo = undefined;
        this.did.set(key, step.note);
        break;
      case 'remove':
        if (!phone.line(step.book)) return;
        this.undo = back(phone.remove(step.book));
        this.did.delete(key);
        break;
      case 'place':
        // Not an act of the check-in: 撤销 still takes back the last one.
        phone.place(step.book, step.to);
        this.placed.set(step.book, step.to);
        break;
      case 'undo':
        this.undo?.();
        this.undo = undefined;
        break;
      case 'send':
        await phone.send(step.fate);
        break;
      case 'restart':
        phone.restart();
        this.undo = undefined;
        break;
      case 'setClock':
        phone.error = step.hours * 3_600_000;
        break;
      case 'wait':
        this.world.now += step.minutes * 60_000;
    }
    await settle();
  }
}

const open = (errors: number[], rightOfTheDay = true) => {
  const world = { now: EVENING };
  const server = new Server(() => world.now);
  return { server, people: errors.map((error) => new Person(new Phone(server, error), world, rightOfTheDay)) };
};
const held = (server: Server) =>
  Object.fromEntries(
    [...server.days].flatMap(([day, lines]) =>
      [...lines].map(([id, line]) => [`${day}:${id}`, line.details.note] as const),
    ),
  );
const clockError = fc.constantFrom(0, 26 * 3_600_000, -26 * 3_600_000);

test('whatever is lost on the way and however the clock is set, every act arrives once, on its day, and every undo takes back its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), clockError, async (steps, error) => {
      const { server, people } = open([error]);
      const [person] = people as [Person];
      for (const one of steps) await person.run(one);
      await person.phone.drain();
      expect(person.phone.outbox.state()).toEqual({ waiting: [], refused: [] });
      expect(held(server)).toEqual(Object.fromEntries(person.did));
      expect(Object.fromEntries(server.places)).toEqual(Object.fromEntries(person.placed));
      expect(Math.max(0, ...server.carriedOut.values())).toBeLessThanOrEqual(1);
    }),
    { numRuns: 600 },
  );
}, 120_000);

test('however wrong the screen is and however often the clock is set, no tap is recorded twice or on two days', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), clockError, async (steps, error) => {
      const { server, people } = open([error], false);
      const [person] = people as [Person];
      for (const one of steps) await person.run(one);
      await person.phone.drain();
      expect(person.phone.outbox.state().waiting).toEqual([]);
      expect(Math.max(0, ...server.carriedOut.values())).toBeLessThanOrEqual(1);
      expect(Math.max(0, ...[...server.daysOf.values()].map((days) => days.size))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 600 },
  );
}, 120_000);

test('with two phones that do not know of each other, an undo on one never takes what was told on the other', async () => {
  const told = step.filter(({ do: act }) => act !== 'remove');
  // Each phone puts its own books somewhere; whose place stands is not what this is about.
  const quiet = told.filter(({ do: act }) => act !== 'write' && act !== 'place');
  const turn = fc.oneof(
    fc.record({ who: fc.constant(0), step: told }),
    fc.record({ who: fc.constant(1), step: quiet }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 50 }), clockError, clockError, async (turns, first, second) => {
      const { server, people } = open([first, second]);
      for (const { who, step: one } of turns) await people[who]?.run(one);
      for (const { phone } of people) await phone.drain();
      const [writer, other] = people as [Person, Person];
      expect(held(server)).toEqual({ ...Object.fromEntries(other.did), ...Object.fromEntries(writer.did) });
      expect(Math.max(0, ...server.carriedOut.values())).toBeLessThanOrEqual(1);
    }),
    { numRuns: 400 },
  );
}, 120_000);
