import type { ServerClock } from '@/shared/call/clock';
import type { CallErrorCode } from '@/shared/call/error';
import { append, type Join } from './join';
import type { Kinds, Queued } from './queued';

/** A command the server said no to. Kept until the person has seen it, with what was written. */
export interface Refused {
  entry: Queued;
  code: CallErrorCode;
  message: string;
}

export interface OutboxState {
  /** Within a lane in the order of the acts, which is the order of sending. */
  waiting: readonly Queued[];
  refused: readonly Refused[];
}

export type OutboxEvent =
  /** `join`: what it does to those of its lane that wait already; absent: it waits behind them. */
  | { type: 'add'; entry: Queued; join?: Join }
  /** A reply told the server's clock; with `all`, it settles whatever is not settled yet. */
  | { type: 'clock'; clock: ServerClock; all?: boolean }
  | { type: 'sending'; id: string }
  | { type: 'done'; id: string; reply: unknown }
  | { type: 'refused'; id: string; code: CallErrorCode; message: string }
  | { type: 'fault'; id: string; code: CallErrorCode; message: string }
  | { type: 'seen'; id: string };

export const emptyOutbox: OutboxState = { waiting: [], refused: [] };

/** A command that always meets a fault must not block those behind it for ever. */
const FAULTS_MAX = 12;

const find = ({ waiting }: OutboxState, id: string) => waiting.find((entry) => entry.id === id);
const without = (state: OutboxState, id: string): OutboxState => ({
  ...state,
  waiting: state.waiting.filter((entry) => entry.id !== id),
});
const change = (state: OutboxState, id: string, patch: (entry: Queued) => Partial<Queued>): OutboxState => ({
  ...state,
  waiting: state.waiting.map((entry) => (entry.id === id ? { ...entry, ...patch(entry) } : entry)),
});

/** The same state where the lane's rules change nothing. */
function inLane(
  state: OutboxState,
  name: string,
  kinds: Kinds,
  rules: (lane: readonly Queued[]) => readonly Queued[],
): OutboxState {
  const isOf = (entry: Queued) => kinds.laneOf(entry) === name;
  const lane = state.waiting.filter(isOf);
  const next = rules(lane);
  return next === lane ? state : { ...state, waiting: [...state.waiting.filter((entry) => !isOf(entry)), ...next] };
}

function learn(state: OutboxState, kinds: Kinds, clock: ServerClock, all: boolean): OutboxState {
  return kinds.lanes.reduce((known, { name, clock: rules }) => {
    return rules ? inLane(known, name, kinds, (lane) => rules.learn(lane, clock, all)) : known;
  }, state);
}

function done(state: OutboxState, kinds: Kinds, id: string, reply: unknown): OutboxState {
  const entry = find(state, id);
  if (!entry) return state;
  const name = kinds.laneOf(entry);
  const lane = kinds.lanes.find((one) => one.name === name);
  return inLane(without(state, id), name, kinds, (waiting) => lane?.follow?.(waiting, entry, reply) ?? waiting);
}

function refuse(state: OutboxState, kinds: Kinds, id: string, code: CallErrorCode, message: string): OutboxState {
  const entry = find(state, id);
  if (!entry) return state;
  // What a refused command would have left behind needs no taking back.
  const { waiting } = without(state, id);
  return {
    waiting: waiting.filter((other) => kinds.of(other.action)?.dependsOn?.(other) !== id),
    refused: [...state.refused, { entry, code, message }],
  };
}

/** The whole life of the queue; everything that matters is decided here, without a clock or a network. */
export function reduce(state: OutboxState, event: OutboxEvent, kinds: Kinds): OutboxState {
  switch (event.type) {
    case 'add': {
      const { entry, join = append } = event;
      return inLane(state, kinds.laneOf(entry), kinds, (lane) => join(lane, entry));
    }
    case 'clock':
      return learn(state, kinds, event.clock, event.all ?? false);
    case 'sending':
      return change(state, event.id, ({ sendings }) => ({ sendings: sendings + 1 }));
    case 'done':
      return done(state, kinds, event.id, event.reply);
    case 'refused':
      return refuse(state, kinds, event.id, event.code, event.message);
    case 'fault': {
      const faults = (find(state, event.id)?.faults ?? 0) + 1;
      if (faults >= FAULTS_MAX) return refuse(state, kinds, event.id, event.code, event.message);
      return change(state, event.id, () => ({ faults }));
    }
    case 'seen':
      return { ...state, refused: state.refused.filter(({ entry }) => entry.id !== event.id) };
  }
}
