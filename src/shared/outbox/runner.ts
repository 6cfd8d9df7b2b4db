import type { CheckIn } from '@contract/actions/checkin';
import { asCallError, isPassing } from '@/shared/call/error';
import { toCommand, type OutboxCommand } from './command';
import { emptyOutbox, reduce, type Entry, type OutboxEvent, type OutboxState } from './state';

/** What the queue needs of the world; tests give it a world that loses letters. */
export interface OutboxPorts {
  load: () => OutboxState | undefined;
  /** May throw: the phone may be full. */
  save: (state: OutboxState) => void;
  /** Whether the last `save` succeeded, for the person to be told. */
  onStored: (stored: boolean) => void;
  send: (command: OutboxCommand) => Promise<{ checkIn: CheckIn }>;
  who: () => string;
  /** The phone's clock, epoch milliseconds. */
  phoneNow: () => number;
  later: (ms: number, work: () => void) => void;
  /** A command was done; the reply is the day as it now is. */
  onDone: (entry: Entry, checkIn: CheckIn) => void;
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
    state = reduce(state, event);
    ports.onChange(state);
    persist();
  };

  // Shown as confirmed before it stops waiting: the other way round the line would be gone for a moment. It is done
  // whether or not the screen can take it, so it must not be sent again.
  const show = (entry: Entry, checkIn: CheckIn) => {
    try {
      ports.onDone(entry, checkIn);
    } catch {
      return;
    }
  };

  const sendHead = async (): Promise<'next' | 'pause' | 'idle'> => {
    const head = state.waiting.find((entry) => entry.who === ports.who());
    if (!head) return 'idle';
    // Stored before it leaves: after a restart an undo must know that the server may have it.
    apply({ type: 'sending', id: head.id });
    try {
      const { checkIn } = await ports.send(toCommand(head, ports.phoneNow()));
      show(head, checkIn);
      apply({ type: 'done', id: head.id, day: checkIn.day });
      return 'next';
    } catch (thrown) {
      const { code, message } = asCallError(thrown);
      const passing = isPassing(code);
      if (!passing) apply({ type: 'refused', id: head.id, code, message });
      else if (code === 'INTERNAL') apply({ type: 'fault', id: head.id, code, message });
      return passing ? 'pause' : 'next';
    }
  };

  const pump = async () => {
    if (running) return;
    running = true;
    let result: 'next' | 'pause' | 'idle' = 'pause';
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
