import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { ActionOutput } from '@contract/registry';
import { currentWho, onWhoChange } from '@backend/identity';
import { call } from '@/shared/call/call';
import { serverClock } from '@/shared/call/clock';
import { newCommandId } from '@/shared/call/command-id';
import { onBackOnline } from '@/shared/call/online';
import { refreshAfter, refreshIfBehind } from '@/shared/call/stale';
import { readStored, store, tellUnsent } from '@/shared/storage';
import type { Join } from './join';
import { kindsOf, type Queued, type QueuedKind, type Told } from './queued';
import { createOutbox, type Outbox } from './runner';
import { emptyOutbox, type OutboxState } from './state';
import { readOutbox } from './stored';

const KEY = 'outbox';

export const useOutbox = create<OutboxState>(() => emptyOutbox);

interface Started {
  outbox: Outbox;
  kinds: ReturnType<typeof kindsOf>;
}
let started: Started | undefined;

function begin(list: readonly QueuedKind[]): Started {
  const kinds = kindsOf(list);
  const outbox: Outbox = createOutbox(
    {
      load: () => readOutbox(readStored<unknown>(KEY), kinds),
      save: (state) => {
        if (!store(KEY, state)) throw new Error('no room on the phone');
      },
      onStored: (stored) => tellUnsent(!stored && useOutbox.getState().waiting.length > 0),
      send: ({ action, input }) => call(action, input),
      who: currentWho,
      phoneNow: () => Date.now(),
      clock: serverClock,
      askClock: () => call('me.session', {}),
      later: (ms, work) => void setTimeout(work, ms),
      onDone: (kind, entry, reply) => {
        let shown: QueuedKind['shows'];
        try {
          kind.onDone?.(entry, reply as ActionOutput<Queued['action']>);
          shown = kind.shows;
        } finally {
          if (entry.who === currentWho()) refreshAfter(entry.action, shown);
        }
      },
      onRefused: ({ action }, error) => refreshIfBehind(action, error),
      onChange: (state) => useOutbox.setState(state, true),
    },
    kinds,
  );
  return { outbox, kinds };
}

const running = (): Started => {
  if (!started) throw new Error('startOutbox comes first');
  return started;
};

/** Once, at launch: takes up what was waiting when the app was closed. `list`: every kind of command that may wait. */
export function startOutbox(list: readonly QueuedKind[]): void {
  if (started) return;
  started = begin(list);
  const { outbox } = started;
  useOutbox.setState(outbox.state(), true);
  const pump = () => void outbox.pump();
  Taro.onAppShow(pump);
  onBackOnline(pump);
  onWhoChange(pump);
  pump();
}

/** What every new entry begins with. */
export const newEntry = () => ({ id: newCommandId(), who: currentWho(), sendings: 0, faults: 0 });

/** Puts an entry into the queue, stores it, and sends it as soon as it can be sent. */
export function enqueue<E extends Queued>(entry: E, join?: Join<E>): void {
  running().outbox.dispatch({ type: 'add', entry, join });
}

/** What to tell of a refused entry; another version may have queued what this one has no words for. */
export const toldOf = (entry: Queued): Told =>
  running().kinds.of(entry.action)?.told(entry) ?? { title: '有一项没能送出' };

/** The person has read why it was refused. */
export const dismissRefused = (id: string): void => running().outbox.dispatch({ type: 'seen', id });
