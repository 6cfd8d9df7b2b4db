import type { CheckIn, CheckInLine } from '@contract/domains/checkin/actions';
import { CLOCK_TOLERANCE_MS } from '@contract/constants';
import { dayOf, type Day } from '@contract/day';
import { CallError } from '@/shared/call/error';
import type { ActionInput } from '@contract/registry';
import type { OutboxCommand } from '@/shared/outbox/runner';

type Details = Pick<CheckInLine, 'pages' | 'minutes' | 'note'>;
interface Line {
  details: Details;
  /** Taps that the line stands on, and `words` once something was typed. */
  stands: Set<string>;
}
type CheckinAction = 'checkin.submit' | 'checkin.remove' | 'checkin.undo';
type CheckinCommand = { [A in CheckinAction]: { action: A; input: ActionInput<A> } }[CheckinAction];
type Command = CheckinCommand | { action: 'shelf.move'; input: ActionInput<'shelf.move'> };
interface CheckinReply {
  checkIn: CheckIn;
  undone?: boolean;
}

/** What a message may meet on its way; `slow`: carried out now, the reply comes later. */
export type Fate = 'arrives' | 'slow' | 'lost' | 'replyLost' | 'busy';

/**
 * The server as the contract describes it: a line for each day and book, every command carried out at most once, an
 * undo only where its command is what stands, a tap only by a clock that has not been set.
 */
export class Server {
  readonly days = new Map<Day, Map<string, Line>>();
  /** By book: what the second kind of command is about. */
  readonly places = new Map<string, string | null>();
  /** How many times each command changed anything. */
  readonly carriedOut = new Map<string, number>();
  /** Days on which a command was carried out. */
  readonly daysOf = new Map<string, Set<Day>>();
  private readonly removed = new Map<string, { by: string; line: Line }>();
  /** By day, as the real one remembers them: a command that comes again for another day is not recognised there. */
  private readonly seen = new Map<string, boolean>();

  constructor(readonly now: () => number) {}

  /** Hands over one command with its fate. */
  receive(command: OutboxCommand, fate: Fate): unknown {
    if (fate === 'lost') throw new CallError('OFFLINE');
    if (fate === 'busy') throw new CallError('BUSY');
    const known = command as Command;
    const reply = known.action === 'shelf.move' ? this.move(known.input) : this.carryOut(known);
    if (fate === 'replyLost') throw new CallError('OFFLINE');
    return reply;
  }

  /** Where each book stands; a command that comes again changes nothing. */
  private move({ commandId, bookId, to }: ActionInput<'shelf.move'>): object {
    if (!this.seen.has(commandId)) {
      this.seen.set(commandId, true);
      this.carriedOut.set(commandId, 1);
      this.places.set(bookId, to);
    }
    return {};
  }

  private carryOut(command: CheckinCommand): CheckinReply {
    const { input } = command;
    const day = command.action === 'checkin.submit' ? this.dayFor(command.input.when) : command.input.day;
    const key = `${day}:${input.commandId}`;
    const before = this.seen.get(key);
    const lines = this.days.get(day) ?? new Map<string, Line>();
    this.days.set(day, lines);
    const undone = before ?? this.change(command, day, lines);
    this.seen.set(key, undone);
    return { checkIn: this.view(day), ...(command.action === 'checkin.undo' ? { undone } : {}) };
  }

  private change(command: CheckinCommand, day: Day, lines: Map<string, Line>): boolean {
    switch (command.action) {
      case 'checkin.submit':
        this.count(command.input.commandId, day);
        return this.submit(command.input, lines);
      case 'checkin.remove':
        return this.remove(command.input, lines);
      case 'checkin.undo':
        this.count(command.input.commandId, day);
        return this.undo(command.input, lines);
    }
  }

  private dayFor(when: ActionInput<'checkin.submit'>['when']): Day {
    if (when.kind === 'day') return when.day;
    if (when.kind === 'tap') return dayOf(this.now() - when.elapsedMs);
    const off = when.clock !== undefined && Math.abs(when.clock - this.now()) > CLOCK_TOLERANCE_MS;
    if (off || when.at > this.now() + CLOCK_TOLERANCE_MS) throw new CallError('CLOCK_CHANGED');
    return dayOf(when.at);
  }

  private submit({ bookId, commandId, ...input }: ActionInput<'checkin.submit'>, lines: Map<string, Line>): boolean {
    const old = lines.get(bookId);
    const { pages = old?.details.pages ?? null, minutes = old?.details.minutes ?? null } = input;
    const { note = old?.details.note ?? null } = input;
    const words = input.pages !== undefined || input.minutes !== undefined || input.note !== undefined;
    const stands = new Set(old?.stands).add(words ? 'words' : commandId);
    lines.set(bookId, { details: { pages, minutes, note }, stands });
    return true;
  }

  private remove({ bookId, commandId, day }: ActionInput<'checkin.remove'>, lines: Map<string, Line>): boolean {
    const line = lines.get(bookId);
    if (!line) return false;
    this.count(commandId, day);
    this.removed.set(`${day}:${bookId}`, { by: commandId, line });
    return lines.delete(bookId);
  }

  private undo({ of, what, day, bookId }: ActionInput<'checkin.undo'>, lines: Map<string, Line>): boolean {
    const line = lines.get(bookId);
    if (what === 'tap') return line?.stands.delete(of) === true && line.stands.size === 0 && lines.delete(bookId);
    const removed = this.removed.get(`${day}:${bookId}`);
    if (line || removed?.by !== of) return false;
    lines.set(bookId, removed.line);
    return this.removed.delete(`${day}:${bookId}`);
  }

  private count(id: string, day: Day) {
    this.carriedOut.set(id, (this.carriedOut.get(id) ?? 0) + 1);
    this.daysOf.set(id, (this.daysOf.get(id) ?? new Set()).add(day));
  }

  view(day: Day): CheckIn {
    const lines = [...(this.days.get(day) ?? [])].map(([id, line]) => ({
      book: { id, title: id, author: '', tone: 'ink' as const },
      ...line.details,
      at: 0,
    }));
    return { day, lines };
  }
}
