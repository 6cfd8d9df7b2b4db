import type { ActionOutput, CommandName, QueryName } from '@contract/registry';
import type { ServerClock } from '@/shared/call/clock';
import type { CommandInput } from '@/shared/call/command';
import type { Fields } from './unknown';

/** What every entry of the queue has. A domain adds what it needs to show the entry and to send it. */
export interface Queued<N extends CommandName = CommandName> {
  /** The command's id, the same at every sending. */
  id: string;
  /** Whose it is: one phone may serve several personas of the local cloud. */
  who: string;
  action: N;
  /** Sendings begun. From the first on the server may know of it, whatever we heard. */
  sendings: number;
  /** Sendings that met a fault of the server. */
  faults: number;
}

/** For a domain that must know when by the server's clock something was done (docs/adr/0012). */
export interface ClockRules<E extends Queued> {
  /** Whether its moment still depends on a clock that may have been set. */
  isUnsettled(entry: E): boolean;
  /** Whether it cannot be sent before the server has told the time. */
  needsClock(entry: E): boolean;
  /** A reply told the server's clock; with `all`, whatever is not settled is settled by it. Unchanged: the same array. */
  learn(waiting: readonly E[], clock: ServerClock, all: boolean): readonly E[];
}

/** Entries of one lane are sent one at a time, the oldest first; lanes do not wait for each other. */
export interface Lane<E extends Queued = Queued> {
  name: string;
  /** What the answer to `done` changes in those that still wait. Unchanged: the same array. */
  follow?(waiting: readonly E[], done: E, reply: unknown): readonly E[];
  clock?: ClockRules<E>;
}

/** What the person is told of an entry that was refused. */
export interface Told {
  /** What did not work: `没能记下`. */
  title: string;
  /** What was written, so that it can be copied, and what that is called: `心得`. */
  words?: { name: string; text: string };
}

/** One command that may be given offline and is sent when the network is there. */
export interface QueuedKind<E extends Queued = Queued> {
  action: E['action'];
  /** Absent: one lane for each domain. */
  lane?: Lane;
  /** Whether an entry that an earlier launch stored, perhaps another version, can be shown and sent. */
  isStored(entry: Fields): boolean;
  /** @param phoneNow the phone's clock at this sending, epoch milliseconds */
  toInput(entry: E, phoneNow: number): CommandInput<E['action']>;
  /** The server has done it: shows what it answered, before the entry stops waiting. */
  onDone?(entry: E, reply: ActionOutput<E['action']>): void;
  /** Of the queries that it makes stale, those whose copies `onDone` has put right: they are not asked for again. */
  shows?: readonly QueryName[];
  /** The entry that this one is about: refused, it takes this one with it. */
  dependsOn?(entry: E): string | null;
  told(entry: E): Told;
}

/** Declares a command that may wait. Its line in `src/queued.ts` makes every launch take up what is left of it. */
export const defineQueued = <E extends Queued>(kind: QueuedKind<E>): QueuedKind => kind;

/** Declares the rules of a lane whose entries refer to each other. */
export const defineLane = <E extends Queued>(lane: Lane<E>): Lane => lane;

/** Every kind there is. */
export interface Kinds {
  of: (action: string) => QueuedKind | undefined;
  laneOf: (entry: Queued) => string;
  lanes: readonly Lane[];
}

const laneName = ({ action, lane }: QueuedKind): string => lane?.name ?? action.split('.')[0] ?? action;

export function kindsOf(list: readonly QueuedKind[]): Kinds {
  const byAction = new Map<string, QueuedKind>(list.map((kind) => [kind.action, kind]));
  const lanes = new Map(list.map((kind) => [laneName(kind), kind.lane ?? { name: laneName(kind) }]));
  return {
    of: (action) => byAction.get(action),
    laneOf: ({ action }) => {
      const kind = byAction.get(action);
      if (!kind) throw new Error(`${action} is not in src/queued.ts`);
      return laneName(kind);
    },
    lanes: [...lanes.values()],
  };
}
