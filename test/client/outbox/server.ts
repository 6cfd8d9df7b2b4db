import type { CheckIn, CheckInLine } from '@contract/actions/checkin';
import { dayOf, type Day } from '@contract/day';
import { CallError } from '@/shared/call/error';
import type { OutboxCommand } from '@/shared/outbox/command';

interface Line {
  details: Pick<CheckInLine, 'pages' | 'minutes' | 'note'>;
  commands: string[];
}

/** What a letter may meet on its way; `slow`: carried out now, the reply comes later. */
export type Fate = 'arrives' | 'slow' | 'lost' | 'replyLost' | 'busy';

/**
 * The server as the contract describes it: a line for each day and book, every command carried out at most once,
 * a removed line's commands remembered.
 */
export class Server {
  readonly days = new Map<Day, Map<string, Line>>();
  /** How many times each command changed anything. */
  readonly carriedOut = new Map<string, number>();
  private readonly gone = new Set<string>();

  constructor(private readonly now: () => number) {}

  /** Hands over one command with its fate. */
  receive(command: OutboxCommand, fate: Fate): { checkIn: CheckIn } {
    if (fate === 'lost') throw new CallError('OFFLINE');
    if (fate === 'busy') throw new CallError('BUSY');
    const reply = command.action === 'checkin.submit' ? this.submit(command.input) : this.remove(command.input);
    if (fate === 'replyLost') throw new CallError('OFFLINE');
    return reply;
  }

  private submit(input: Extract<OutboxCommand, { action: 'checkin.submit' }>['input']) {
    const day = input.when.kind === 'day' ? input.when.day : dayOf(this.now() - input.when.elapsedMs);
    const lines = this.days.get(day) ?? new Map<string, Line>();
    this.days.set(day, lines);
    const old = lines.get(input.bookId);
    if (!this.gone.has(input.commandId) && !old?.commands.includes(input.commandId)) {
      this.count(input.commandId);
      const { pages = old?.details.pages ?? null, minutes = old?.details.minutes ?? null } = input;
      const { note = old?.details.note ?? null } = input;
      const commands = [...(old?.commands ?? []), input.commandId];
      lines.set(input.bookId, { details: { pages, minutes, note }, commands });
    }
    return this.reply(day);
  }

  private remove(input: Extract<OutboxCommand, { action: 'checkin.remove' }>['input']) {
    const line = this.days.get(input.day)?.get(input.bookId);
    if (line && !this.gone.has(input.commandId)) {
      this.count(input.commandId);
      line.commands.forEach((id) => this.gone.add(id));
      this.gone.add(input.commandId);
      this.days.get(input.day)?.delete(input.bookId);
    }
    return this.reply(input.day);
  }

  private count(id: string) {
    this.carriedOut.set(id, (this.carriedOut.get(id) ?? 0) + 1);
  }

  private reply(day: Day): { checkIn: CheckIn } {
    const lines = [...(this.days.get(day) ?? [])].map(([id, line]) => ({
      book: { id, title: id, author: '', tone: 'ink' as const },
      ...line.details,
      at: 0,
    }));
    return { checkIn: { day, lines } };
  }
}
