import { dayOf, type Day } from '@contract/day';
import type { ServerClock } from '@/shared/call/clock';
import type { CallErrorCode } from '@/shared/call/error';
import { isUnsettled, type Entry, type Remove, type Submit, type Undo } from './entry';
import { momentBefore, settledMoment } from './moment';
import { takeBack, undo } from './take-back';

/** A command the server said no to. Kept until the person has seen it, with what was written. */
export interface Refused {
  entry: Entry;
  code: CallErrorCode;
  message: string;
}

export interface OutboxState {
  /** In the order of the taps, which is the order of sending. */
  waiting: Entry[];
  refused: Refused[];
}

export type OutboxEvent =
  | { type: 'add'; entry: Entry }
  /** Takes a book off a day. `confirmed`: the server has it there, apart from what is waiting. */
  | { type: 'takeBack'; remove: Remove; confirmed: boolean }
  /** Takes a command back. `landed`: the server has carried it out. `dropped`: what a removal kept from being sent. */
  | { type: 'undo'; undo: Undo; landed: boolean; dropped: Submit[] }
  /** A reply told the server's clock: taps from before it are settled; with `all`, whichever tap is not yet. */
  | { type: 'clock'; clock: ServerClock; all?: boolean }
  | { type: 'sending'; id: string }
  | { type: 'done'; id: string; day: Day }
  | { type: 'refused'; id: string; code: CallErrorCode; message: string }
  | { type: 'fault'; id: string; code: CallErrorCode; message: string }
  | { type: 'seen'; id: string };

export const emptyOutbox: OutboxState = { waiting: [], refused: [] };

/** A command that always meets a fault must not block those behind it for ever. */
const FAULTS_MAX = 12;

const without = (entries: Entry[], id: string) => entries.filter((entry) => entry.id !== id);
const change = (entries: Entry[], id: string, patch: (entry: Entry) => Entry) =>
  entries.map((entry) => (entry.id === id ? patch(entry) : entry));

/** The server has said which day a tap fell on: what refers to the same tap follows. */
function settle(state: OutboxState, id: string, day: Day): OutboxState {
  const settled = state.waiting.find((entry) => entry.id === id);
  const tap =
    settled?.kind === 'submit' && settled.tappedAt !== null ? { ...settled, tappedAt: settled.tappedAt } : null;
  const at = tap ? (tap.at ?? momentBefore(tap)) : undefined;
  const follow = (entry: Entry): Entry => {
    if (entry.kind === 'remove') return entry.of === id ? { ...entry, day, of: null } : entry;
    if (entry.kind === 'undo') return entry.of === id ? { ...entry, day } : entry;
    return tap && entry.tappedAt === tap.tappedAt ? { ...entry, day, ...(at === undefined ? {} : { at }) } : entry;
  };
  return { ...state, waiting: without(state.waiting, id).map(follow) };
}

/** The first reply after a tap settles its moment, and with it the day of what refers to it. */
function learn(state: OutboxState, clock: ServerClock, all: boolean): OutboxState {
  const days = new Map<string, Day>();
  const waiting = state.waiting.map((entry): Entry => {
    if (!isUnsettled(entry)) return entry;
    if (!all && !(entry.clock && clock.since > entry.clock.since)) return entry;
    const at = settledMoment(entry, clock);
    days.set(entry.id, dayOf(at));
    return { ...entry, at, day: dayOf(at) };
  });
  const follow = (entry: Entry): Entry => {
    const day = entry.kind === 'submit' || entry.of === null ? undefined : days.get(entry.of);
    return day === undefined ? entry : { ...entry, day };
  };
  return days.size === 0 ? state : { ...state, waiting: waiting.map(follow) };
}

function refuse(state: OutboxState, id: string, code: CallErrorCode, message: string): OutboxState {
  const entry = state.waiting.find((known) => known.id === id);
  if (!entry) return state;
  // What a refused command would have left behind needs no taking back.
  const waiting = without(state.waiting, id).filter((other) => other.kind === 'submit' || other.of !== id);
  return { waiting, refused: [...state.refused, { entry, code, message }] };
}

/** The whole life of the queue; everything that matters is decided here, without a clock or a network. */
export function reduce(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.type) {
    case 'add':
      return { ...state, waiting: [...state.waiting, event.entry] };
    case 'takeBack':
      return { ...state, waiting: takeBack(state.waiting, event.remove, event.confirmed) };
    case 'undo':
      return { ...state, waiting: undo(state.waiting, event) };
    case 'clock':
      return learn(state, event.clock, event.all ?? false);
    case 'sending':
      return {
        ...state,
        waiting: change(state.waiting, event.id, (entry) => ({ ...entry, sendings: entry.sendings + 1 })),
      };
    case 'done':
      return settle(state, event.id, event.day);
    case 'refused':
      return refuse(state, event.id, event.code, event.message);
    case 'fault': {
      const faults = (state.waiting.find((entry) => entry.id === event.id)?.faults ?? 0) + 1;
      if (faults >= FAULTS_MAX) return refuse(state, event.id, event.code, event.message);
      return { ...state, waiting: change(state.waiting, event.id, (entry) => ({ ...entry, faults })) };
    }
    case 'seen':
      return { ...state, refused: state.refused.filter(({ entry }) => entry.id !== event.id) };
  }
}
