import type { Day } from '@contract/day';
import type { CheckInLine } from '@contract/actions/checkin';
import type { CallErrorCode } from '@/shared/call/error';

/** What a check-in may say beside the book. Absent leaves what is there; null clears it. */
export interface Details {
  pages?: number | null;
  minutes?: number | null;
  note?: string | null;
}

interface Common {
  /** The command's id, the same at every sending. */
  id: string;
  /** Whose it is: one phone may serve several personas of the local cloud. */
  who: string;
  book: CheckInLine['book'];
  /** The Shanghai day as far as it is known; the server's answer for a tap decides. */
  day: Day;
  /** Sendings begun. From the first on the server may know of it, whatever we heard. */
  sendings: number;
  /** Sendings that met a fault of the server. */
  faults: number;
}

export interface Submit extends Common {
  kind: 'submit';
  /** The phone's clock at the tap, or null for a chosen day. Only ever used to say how long ago it was. */
  tappedAt: number | null;
  details: Details;
}

export interface Remove extends Common {
  kind: 'remove';
  /** The tap it takes back, while that tap's day is not confirmed. */
  of: string | null;
}

export type Entry = Submit | Remove;

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

const isSameLine = (entry: Entry, other: Entry) =>
  entry.who === other.who && entry.book.id === other.book.id && entry.day === other.day;

/** What never left is simply forgotten; what the server may know of is removed there too, once it has answered. */
function takeBack(state: OutboxState, remove: Remove, confirmed: boolean): OutboxState {
  const waiting = state.waiting.filter(
    (entry) => !(entry.kind === 'submit' && entry.sendings === 0 && isSameLine(entry, remove)),
  );
  const sent = [...waiting].reverse().find((entry) => entry.kind === 'submit' && isSameLine(entry, remove));
  if (!sent && !confirmed) return { ...state, waiting };
  return { ...state, waiting: [...waiting, { ...remove, of: sent?.id ?? null }] };
}

/** The server has said which day a tap fell on: what refers to the same tap follows. */
function settle(state: OutboxState, id: string, day: Day): OutboxState {
  const settled = state.waiting.find((entry) => entry.id === id);
  const tappedAt = settled?.kind === 'submit' ? settled.tappedAt : null;
  const follow = (entry: Entry): Entry => {
    if (entry.kind === 'remove') return entry.of === id ? { ...entry, day, of: null } : entry;
    return tappedAt !== null && entry.tappedAt === tappedAt ? { ...entry, day } : entry;
  };
  return { ...state, waiting: without(state.waiting, id).map(follow) };
}

function refuse(state: OutboxState, id: string, code: CallErrorCode, message: string): OutboxState {
  const entry = state.waiting.find((known) => known.id === id);
  if (!entry) return state;
  // What a refused tap would have left behind needs no taking back.
  const waiting = without(state.waiting, id).filter((other) => other.kind !== 'remove' || other.of !== id);
  return { waiting, refused: [...state.refused, { entry, code, message }] };
}

/** The whole life of the queue; everything that matters is decided here, without a clock or a network. */
export function reduce(state: OutboxState, event: OutboxEvent): OutboxState {
  switch (event.type) {
    case 'add':
      return { ...state, waiting: [...state.waiting, event.entry] };
    case 'takeBack':
      return takeBack(state, event.remove, event.confirmed);
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
