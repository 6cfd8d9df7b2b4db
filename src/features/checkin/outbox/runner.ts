import type { CheckIn } from '@contract/domains/checkin/actions';
import type { ServerClock } from '@/shared/call/clock';
import { asCallError, isPassing } from '@/shared/call/error';
import { toCommand, type OutboxCommand } from './command';
import { isUnsettled, type Entry } from './entry';
import { momentBefore } from './moment';
import { emptyOutbox, reduce, type OutboxEvent, type OutboxState } from './state';

/** The day as it now is; `undone` is false when an undo found a later change and left it. */
export interface OutboxReply {
  checkIn: CheckIn;
  undone?: boolean;
}

/** What the queue needs of the world; tests give it a world that loses letters. */
export interface OutboxPorts {
  load: () => OutboxState | undefined;
  /** May throw: the phone may be full. */
  save: (state: OutboxState) => void;
  /** Whether the last `save` succeeded, for the person to be told. */
  onStored: (stored: boolean) => void;
  send: (command: OutboxCommand) => Promise<OutboxReply>;
  who: () => string;
  /** The phone's clock, epoch milliseconds. */
  phoneNow: () => number;
  /** What is known of the server's clock. */
  clock: () => ServerClock;
  /** Asks the server for the time; `clock` knows it afterwards. */
  askClock: () => Promise<unknown>;
  later: (ms: number, work: () => void) => void;
  /** A command was done. */
  onDone: (entry: Entry, reply: OutboxReply) => void;
  onChange: (state: OutboxState) => void;
}

/** Pauses between tries that met no network, milliseconds; the last one repeats. */
const PAUSES = [3_000, 10_000, 30_000, 60_000];

export interface Outbox {
  state: () => OutboxState;
  /** Stores what happened, then tries to send. */
  dispatch: (event: OutboxEvent) => void;
  /** Tries to send now: at launch, on coming back, when the network returns. */
  pump: () => Promise<void>;
}

/** Sends entries one at a time, oldest first; an entry leaves only when the server has answered. */
export function createOutbox(ports: OutboxPorts): Outbox {
  let state = ports.load() ?? emptyOutbox;
  let running = false;
  let failures = 0;

  // A tap that cannot be stored is shown and sent all the same; only a restart would lose it.
  const persist = () => {
    let stored = true;
    try {
      ports.save(state);
    } catch {
      stored = false;
    }
    ports.onStored(stored);
  };

  const apply = (event: OutboxEvent) => {
    const before = state;
    state = reduce(state, event);
    if (state === before) return;
    ports.onChange(state);
    persist();
  };

  // Shown as confirmed before it stops waiting: the other way round the line would be gone for a moment. It is done
  // whether or not the screen can take it, so it must not be sent again.
  const show = (entry: Entry, reply: OutboxReply) => {
    try {
      ports.onDone(entry, reply);
    } catch {
      return;
    }
  };

  type Result = 'next' | 'pause' | 'idle';

  const failed = ({ id }: Entry, thrown: unknown): Result => {
    const { code, message } = asCallError(thrown);
    const passing = isPassing(code);
    if (!passing) apply({ type: 'refused', id, code, message });
    else if (code === 'INTERNAL') apply({ type: 'fault', id, code, message });
    return passing ? 'pause' : 'next';
  };

  const askClock = async (head: Entry): Promise<Result> => {
    try {
      await ports.askClock();
    } catch (thrown) {
      return failed(head, thrown);
    }
    apply({ type: 'clock', clock: ports.clock(), all: true });
    return 'next';
  };

  const sendHead = async (): Promise<Result> => {
    apply({ type: 'clock', clock: ports.clock() });
    const head = state.waiting.find((entry) => entry.who === ports.who());
    if (!head) return 'idle';
    const unsettled = isUnsettled(head);
    if (unsettled && momentBefore(head) === undefined) return askClock(head);
    // Stored before it leaves: after a restart an undo must know that the server may have it.
    apply({ type: 'sending', id: head.id });
    try {
      const reply = await ports.send(toCommand(head, ports.phoneNow()));
      show(head, reply);
      apply({ type: 'done', id: head.id, day: reply.checkIn.day });
      return 'next';
    } catch (thrown) {
      return unsettled && asCallError(thrown).code === 'CLOCK_CHANGED' ? askClock(head) : failed(head, thrown);
    }
  };

  const pump = async () => {
    if (running) return;
    running = true;
    let result: Result = 'pause';
    try {
      do result = await sendHead();
      while (result === 'next');
    } finally {
      running = false;
    }
    failures = result === 'pause' ? failures + 1 : 0;
    if (result === 'pause') ports.later(PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0, () => void pump());
  };

  return {
    state: () => state,
    dispatch: (event) => {
      apply(event);
      void pump();
    },
    pump,
  };
}
