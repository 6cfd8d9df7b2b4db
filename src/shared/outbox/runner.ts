import type { ServerClock } from '@/shared/call/clock';
import { asCallError, isPassing, type CallError } from '@/shared/call/error';
import type { Kinds, Lane, Queued, QueuedKind } from './queued';
import { emptyOutbox, reduce, type OutboxEvent, type OutboxState } from './state';

/** An entry as it is sent. */
export interface OutboxCommand {
  action: Queued['action'];
  input: { commandId: string };
}

/** What the queue needs of the world; tests give it a world that loses messages. */
export interface OutboxPorts {
  load: () => OutboxState | undefined;
  /** May throw: the phone may be full. */
  save: (state: OutboxState) => void;
  /** Whether the last `save` succeeded, for the person to be told. */
  onStored: (stored: boolean) => void;
  send: (command: OutboxCommand) => Promise<unknown>;
  who: () => string;
  /** The phone's clock, epoch milliseconds. */
  phoneNow: () => number;
  /** What is known of the server's clock. */
  clock: () => ServerClock;
  /** Asks the server for the time; `clock` knows it afterwards. */
  askClock: () => Promise<unknown>;
  later: (ms: number, work: () => void) => void;
  /** A command was done; `reply` is its action's. */
  onDone: (kind: QueuedKind, entry: Queued, reply: unknown) => void;
  onRefused: (entry: Queued, error: CallError) => void;
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

export const toCommand = (kind: QueuedKind, entry: Queued, phoneNow: number): OutboxCommand => ({
  action: entry.action,
  input: { ...kind.toInput(entry, phoneNow), commandId: entry.id },
});

/** What a try to send came to: the next may follow, wait for a pause, or there is nothing to send. */
type Result = 'next' | 'pause' | 'idle';

/** Sends the entries of each lane one at a time, oldest first; an entry leaves only when the server has answered. */
export function createOutbox(ports: OutboxPorts, kinds: Kinds): Outbox {
  let state = ports.load() ?? emptyOutbox;

  // What cannot be stored is shown and sent all the same; only a restart would lose it.
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
    state = reduce(state, event, kinds);
    if (state === before) return;
    ports.onChange(state);
    persist();
  };

  // Shown as confirmed before it stops waiting: the other way round it would be gone for a moment. It is done whether
  // or not the screen can take it, so it must not be sent again.
  const show = (kind: QueuedKind, entry: Queued, reply: unknown) => {
    try {
      ports.onDone(kind, entry, reply);
    } catch {
      return;
    }
  };

  const failed = (entry: Queued, thrown: unknown): Result => {
    const error = asCallError(thrown);
    const { code, message } = error;
    const { id } = entry;
    if (isPassing(code)) {
      if (code === 'INTERNAL') apply({ type: 'fault', id, code, message });
      return 'pause';
    }
    apply({ type: 'refused', id, code, message });
    ports.onRefused(entry, error);
    return 'next';
  };

  const askClock = async (head: Queued): Promise<Result> => {
    try {
      await ports.askClock();
    } catch (thrown) {
      return failed(head, thrown);
    }
    apply({ type: 'clock', clock: ports.clock(), all: true });
    return 'next';
  };

  const sendHead = async ({ name, clock }: Lane): Promise<Result> => {
    if (clock) apply({ type: 'clock', clock: ports.clock() });
    const head = state.waiting.find((entry) => entry.who === ports.who() && kinds.laneOf(entry) === name);
    const kind = head && kinds.of(head.action);
    if (!head || !kind) return 'idle';
    if (clock?.needsClock(head)) return askClock(head);
    const unsettled = clock?.isUnsettled(head) ?? false;
    // Stored before it leaves: after a restart an undo must know that the server may have it.
    apply({ type: 'sending', id: head.id });
    try {
      const reply = await ports.send(toCommand(kind, head, ports.phoneNow()));
      show(kind, head, reply);
      apply({ type: 'done', id: head.id, reply });
      return 'next';
    } catch (thrown) {
      return unsettled && asCallError(thrown).code === 'CLOCK_CHANGED' ? askClock(head) : failed(head, thrown);
    }
  };

  const pumpOf = (lane: Lane): (() => Promise<void>) => {
    let running = false;
    let failures = 0;
    const pump = async () => {
      if (running) return;
      running = true;
      let result: Result = 'pause';
      try {
        do result = await sendHead(lane);
        while (result === 'next');
      } finally {
        running = false;
      }
      failures = result === 'pause' ? failures + 1 : 0;
      if (result === 'pause') ports.later(PAUSES[Math.min(failures, PAUSES.length) - 1] ?? 0, () => void pump());
    };
    return pump;
  };
  const pumps = kinds.lanes.map(pumpOf);
  const pump = async () => void (await Promise.all(pumps.map((one) => one())));

  return {
    state: () => state,
    dispatch: (event) => {
      apply(event);
      void pump();
    },
    pump,
  };
}
