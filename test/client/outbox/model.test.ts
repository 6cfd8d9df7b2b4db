/** @jest-environment node */
import fc from 'fast-check';
import { dayOf } from '@contract/day';
import { createOutbox, type Outbox } from '@/shared/outbox/runner';
import type { OutboxState } from '@/shared/outbox/state';
import { Server, type Fate } from './server';

/*
 * Random lives of the queue: taps, words, take-backs, lost letters, lost replies, busy servers, restarts at any
 * moment, a phone clock that is wrong all the time. In the end, with the network back, the server must hold exactly what the person did.
 */
type Step =
  | { do: 'tap' | 'takeBack'; book: string }
  | { do: 'write'; book: string; note: string }
  | { do: 'send'; fate: Fate }
  | { do: 'restart' }
  | { do: 'wait'; minutes: number };

const book = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tap' as const), book }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), book }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write' as const), book, note: fc.constantFrom('甲', '乙') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      fate: fc.constantFrom<Fate>('arrives', 'slow', 'lost', 'replyLost', 'busy'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
);

/** 2026-11-23 23:00 in Shanghai: most lives run past midnight. */
const EVENING = Date.UTC(2026, 10, 23, 15);

class Phone {
  now = EVENING;
  stored: OutboxState | undefined;
  fate: Fate = 'lost';
  server = new Server(() => this.now);
  /** What the person did, by day and book. */
  expected = new Map<string, string | null>();
  /** What the phone has heard of the server's days. */
  private known = new Map<string, Set<string>>();
  private outbox!: Outbox;
  /** Intentions so far. */
  ids = 0;

  constructor(private readonly clockError: number) {
    this.start();
  }

  start() {
    this.outbox = createOutbox({
      load: () => this.stored,
      save: (state) => (this.stored = structuredClone(state)),
      // Every letter's fate is chosen by the step that sends it; one step, one letter.
      send: async (command) => {
        const fate = this.fate;
        if (!this.draining) this.fate = 'lost';
        const reply = this.server.receive(command, fate);
        if (fate === 'slow') await new Promise<void>((resolve) => this.slow.push(resolve));
        return reply;
      },
      who: () => 'me',
      phoneNow: () => this.now + this.clockError,
      later: () => undefined,
      onDone: (_entry, { day, lines }) => this.known.set(day, new Set(lines.map((line) => line.book.id))),
      onChange: () => undefined,
      onStored: () => undefined,
    });
  }
  private draining = false;
  /** Replies still on their way; a restart never hears them. */
  private slow: (() => void)[] = [];
  private async deliver() {
    this.slow.splice(0).forEach((resolve) => resolve());
    await settle();
  }

  private common = (id: string) => ({
    id: `command-${this.ids++}`,
    who: 'me',
    book: { id, title: id, author: '', tone: 'ink' as const },
    day: this.today(),
    sendings: 0,
    faults: 0,
  });
  today = () => dayOf(this.now);
  private key = (id: string) => `${this.today()}:${id}`;

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case 'tap': {
        if (this.expected.has(this.key(step.book))) return;
        this.expected.set(this.key(step.book), null);
        const entry = { ...this.common(step.book), kind: 'submit' as const, details: {} };
        this.outbox.dispatch({ type: 'add', entry: { ...entry, tappedAt: this.now + this.clockError } });
        break;
      }
      case 'write': {
        if (!this.expected.has(this.key(step.book))) return;
        this.expected.set(this.key(step.book), step.note);
        const tap = this.outbox
          .state()
          .waiting.find((e) => e.kind === 'submit' && e.book.id === step.book && e.day === this.today());
        const tappedAt = tap?.kind === 'submit' ? tap.tappedAt : null;
        const entry = { ...this.common(step.book), kind: 'submit' as const, details: { note: step.note }, tappedAt };
        this.outbox.dispatch({ type: 'add', entry });
        break;
      }
      case 'takeBack': {
        if (!this.expected.delete(this.key(step.book))) return;
        const confirmed = this.known.get(this.today())?.has(step.book) ?? false;
        const remove = { ...this.common(step.book), kind: 'remove' as const, of: null };
        this.outbox.dispatch({ type: 'takeBack', remove, confirmed });
        break;
      }
      case 'send':
        await this.deliver();
        this.fate = step.fate;
        void this.outbox.pump();
        break;
      case 'restart':
        this.slow = [];
        this.start();
        break;
      case 'wait':
        this.now += step.minutes * 60_000;
    }
    await settle();
  }

  async drain() {
    this.draining = true;
    this.fate = 'arrives';
    await this.deliver();
    await this.outbox.pump();
  }
  waiting = () => this.outbox.state().waiting.length;
  held = () =>
    Object.fromEntries(
      [...this.server.days].flatMap(([day, lines]) =>
        [...lines].map(([id, line]) => [`${day}:${id}`, line.details.note] as const),
      ),
    );
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('whatever is lost on the way, every check-in arrives once, and what was taken back is gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom(0, 26 * 3_600_000, -26 * 3_600_000),
      async (steps, clockError) => {
        const phone = new Phone(clockError);
        for (const one of steps) await phone.run(one);
        await phone.drain();
        expect(phone.waiting()).toBe(0);
        expect(phone.held()).toEqual(Object.fromEntries(phone.expected));
        const changes = [...phone.server.carriedOut.values()];
        expect(Math.max(0, ...changes)).toBeLessThanOrEqual(1);
        expect(changes.length).toBeLessThanOrEqual(phone.ids);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);
