import type { CheckIn, CheckInLine } from '@contract/domains/checkin/actions';
import { dayOf } from '@contract/day';
import type { ServerClock } from '@/shared/call/clock';
import { CallError } from '@/shared/call/error';
import { isCheckin, type Entry, type Remove, type Submit, type Undo } from '@/features/checkin/outbox/entry';
import { overlay } from '@/features/checkin/outbox/overlay';
import type { Join } from '@/shared/outbox/join';
import type { Queued } from '@/shared/outbox/queued';
import { createOutbox, type Outbox } from '@/shared/outbox/runner';
import type { OutboxState } from '@/shared/outbox/state';
import { droppedBy, takingBack, undoing } from '@/features/checkin/outbox/take-back';
import { kinds, placing, type Placed } from './kinds';
import type { Fate, Server } from './server';

export const settle = () => new Promise((resolve) => setImmediate(resolve));

let ids = 0;

/** One phone over the server of a test: what the app does between a finger and the queue. */
export class Phone {
  fate: Fate = 'lost';
  /** The phone's clock less the real one; set it at any moment. */
  error: number;
  clock: ServerClock;
  outbox!: Outbox;
  private stored: OutboxState | undefined;
  private draining = false;
  /** Replies still on their way; a restart never hears them. */
  private slow: (() => void)[] = [];
  /** The server's days as this phone last heard of them. */
  private heard = new Map<string, CheckInLine[]>();
  private landed = new Map<string, string>();

  constructor(
    private readonly server: Server,
    error = 0,
  ) {
    this.error = error;
    this.clock = { offset: -error, since: server.now() };
    this.start();
  }

  private start() {
    this.outbox = createOutbox(
      {
        load: () => this.stored,
        save: (state) => (this.stored = structuredClone(state)),
        onStored: () => undefined,
        // Every message's fate is chosen by the step that sends it; one step, one message.
        send: async (command) => {
          const fate = this.nextFate();
          const reply = this.server.receive(command, fate);
          if (fate === 'slow') await new Promise<void>((resolve) => this.slow.push(resolve));
          return reply;
        },
        who: () => 'me',
        phoneNow: () => this.now(),
        clock: () => this.clock,
        askClock: async () => {
          const fate = this.nextFate();
          if (fate !== 'arrives' && fate !== 'slow') throw new CallError('OFFLINE');
          this.hearClock();
          return Promise.resolve();
        },
        later: () => undefined,
        onRefused: () => undefined,
        onDone: (_kind, entry, reply) => {
          if (!isCheckin(entry)) return;
          const { checkIn } = reply as { checkIn: CheckIn };
          this.heard.set(checkIn.day, checkIn.lines);
          this.landed.set(entry.id, checkIn.day);
        },
        onChange: () => undefined,
      },
      kinds,
    );
  }

  private nextFate(): Fate {
    const fate = this.fate;
    if (!this.draining) this.fate = 'lost';
    return fate;
  }

  now = () => this.server.now() + this.error;
  today = () => dayOf(this.now() + this.clock.offset);

  /** A reply with the time. */
  hearClock() {
    this.clock = { offset: this.server.now() - this.now(), since: this.server.now() };
  }

  /** The line of a book today, as the screen shows it. */
  line(id: string) {
    const days = [...this.heard].map(([day, lines]) => ({ day, lines }));
    const today = overlay(days, this.waiting()).find(({ day }) => day === this.today());
    return today?.lines.find(({ book }) => book.id === id);
  }

  private waiting = (): Entry[] => this.outbox.state().waiting.filter(isCheckin);

  private add<E extends Queued>(entry: E, join?: Join<E>) {
    this.outbox.dispatch({ type: 'add', entry, join });
  }

  /** The second kind of command: puts a book somewhere. */
  place(bookId: string, to: 'want' | 'reading'): void {
    const head = { id: `command-${ids++}`, who: 'me', sendings: 0, faults: 0 };
    this.add<Placed>({ ...head, action: 'shelf.move', input: { bookId, to } }, placing);
  }

  private common(id: string) {
    const book = { id, title: id, author: '', tone: 'ink' as const };
    return { id: `command-${ids++}`, who: 'me', book, day: this.today(), sendings: 0, faults: 0 };
  }

  tap(id: string): () => void {
    const clock = { tappedAt: this.now(), clock: this.clock, details: {} };
    const entry: Submit = { ...this.common(id), action: 'checkin.submit', ...clock };
    this.add(entry);
    return () => this.undo(entry, { what: 'tap', line: null });
  }

  write(id: string, note: string): void {
    const { day, ...common } = this.common(id);
    const tap = this.waiting().find(
      (e): e is Submit => e.action === 'checkin.submit' && e.book.id === id && e.day === day,
    );
    const { tappedAt = null, clock, at } = tap ?? {};
    const entry: Submit = { ...common, day, action: 'checkin.submit', details: { note }, tappedAt, clock, at };
    this.add(entry);
  }

  remove(id: string): () => void {
    const line = this.line(id);
    const remove: Remove = { ...this.common(id), action: 'checkin.remove', of: null };
    const dropped = droppedBy(this.waiting(), remove);
    this.add(remove, takingBack(remove, line?.confirmed ?? false));
    return () => this.undo(remove, { what: 'removal', line: line ?? null }, dropped);
  }

  private undo(entry: Submit | Remove, more: Pick<Undo, 'what' | 'line'>, dropped: Submit[] = []) {
    const day = this.landed.get(entry.id);
    const undo: Undo = {
      ...this.common(entry.book.id),
      day: day ?? entry.day,
      action: 'checkin.undo',
      of: entry.id,
      ...more,
    };
    this.add(undo, undoing(undo, day !== undefined, dropped));
  }

  async send(fate: Fate) {
    await this.deliver();
    this.fate = fate;
    void this.outbox.pump();
  }

  private async deliver() {
    this.slow.splice(0).forEach((resolve) => resolve());
    await settle();
  }

  restart() {
    this.slow = [];
    this.landed.clear();
    this.start();
  }

  /** The network is back for good. */
  async drain() {
    this.draining = true;
    this.fate = 'arrives';
    await this.deliver();
    await this.outbox.pump();
  }
}
