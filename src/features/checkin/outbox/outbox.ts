import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { CheckIn, CheckInLine } from '@contract/domains/checkin/actions';
import { monthOf, type Day } from '@contract/day';
import type { ActionOutput } from '@contract/registry';
import { currentWho, onWhoChange } from '@/shared/backend/local/identity';
import { call } from '@/shared/call/call';
import { patch } from '@/shared/call/client';
import { serverClock, today } from '@/shared/call/clock';
import { newCommandId } from '@/shared/call/command-id';
import { onBackOnline } from '@/shared/call/online';
import { readStored, store, tellUnsent } from '@/shared/storage';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import type { ShownLine } from './overlay';
import type { OutboxCommand } from './command';
import { createOutbox, type OutboxReply } from './runner';
import type { Details, Remove, Submit, Undo } from './entry';
import { emptyOutbox, type OutboxState } from './state';
import { readOutbox } from './stored';
import { droppedBy } from './take-back';

const KEY = 'outbox';

export const useOutbox = create<OutboxState>(() => emptyOutbox);

const withDay = (days: CheckIn[], checkIn: CheckIn): CheckIn[] =>
  [...days.filter(({ day }) => day !== checkIn.day), ...(checkIn.lines.length > 0 ? [checkIn] : [])].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );

/** What is on screen takes the confirmed day over at once, so that nothing flickers between waiting and refreshed. */
function showDone(checkIn: CheckIn): void {
  const month = monthOf(checkIn.day);
  patch<ActionOutput<'home.today'>>('home.today', {}, (data) =>
    data.month === month ? { ...data, days: withDay(data.days, checkIn) } : data,
  );
  patch<ActionOutput<'checkin.month'>>('checkin.month', { month }, (data) => ({
    ...data,
    days: withDay(data.days, checkIn),
  }));
}

/** Days on which this launch's taps were recorded; an undo that comes after the answer needs it. */
const landed = new Map<string, Day>();

/** Why an undo changed nothing; another phone is the usual reason. */
const leftAlone: Record<Undo['what'], string> = {
  tap: '另外也记过或改过，没有撤销',
  removal: '之后又改过，没有恢复',
};

function send(command: OutboxCommand): Promise<OutboxReply> {
  switch (command.action) {
    case 'checkin.submit':
      return call(command.action, command.input);
    case 'checkin.remove':
      return call(command.action, command.input);
    case 'checkin.undo':
      return call(command.action, command.input);
  }
}

const outbox = createOutbox({
  load: () => readOutbox(readStored<unknown>(KEY)),
  save: (state) => {
    if (!store(KEY, state)) throw new Error('no room on the phone');
  },
  onStored: (stored) => tellUnsent(!stored && outbox.state().waiting.length > 0),
  send,
  who: currentWho,
  phoneNow: () => Date.now(),
  clock: serverClock,
  askClock: () => call('home.today', {}),
  later: (ms, work) => void setTimeout(work, ms),
  onDone: (entry, { checkIn, undone }) => {
    landed.set(entry.id, checkIn.day);
    if (entry.who !== currentWho()) return;
    showDone(checkIn);
    if (undone === false && entry.kind === 'undo') snackbar(leftAlone[entry.what]);
  },
  onChange: (state) => useOutbox.setState(state, true),
});

/** Once, at launch: takes up what was waiting when the app was closed. */
export function startOutbox(): void {
  useOutbox.setState(outbox.state(), true);
  const pump = () => void outbox.pump();
  Taro.onAppShow(pump);
  onBackOnline(pump);
  onWhoChange(pump);
  pump();
}

type Book = CheckInLine['book'];
const common = (book: Book, day: Day) => ({
  id: newCommandId(),
  who: currentWho(),
  book: { id: book.id, title: book.title, author: book.author, tone: book.tone },
  day,
  sendings: 0,
  faults: 0,
});

/** Takes one of this launch's commands back, whatever became of it. */
function takeBack(entry: Submit | Remove, more: Pick<Undo, 'what' | 'line'>, dropped: Submit[] = []): void {
  const day = landed.get(entry.id);
  const undo: Undo = { ...common(entry.book, day ?? entry.day), kind: 'undo', of: entry.id, ...more };
  outbox.dispatch({ type: 'undo', undo, landed: day !== undefined, dropped });
}

/** Logs reading now. Returns what takes it back. */
export function logNow(book: Book): () => void {
  const tap = { tappedAt: Date.now(), clock: serverClock(), details: {} };
  const entry: Submit = { ...common(book, today()), kind: 'submit', ...tap };
  outbox.dispatch({ type: 'add', entry });
  return () => takeBack(entry, { what: 'tap', line: null });
}

/** Writes or fills in (补记) one book on one day. Details of a tap still waiting go with the same instant. */
export function writeDay(book: Book, day: Day, details: Details): void {
  const tap = outbox
    .state()
    .waiting.find(
      (entry): entry is Submit => entry.kind === 'submit' && entry.day === day && entry.book.id === book.id,
    );
  const { tappedAt = null, clock, at } = tap ?? {};
  const entry: Submit = { ...common(book, day), kind: 'submit', tappedAt, clock, at, details };
  outbox.dispatch({ type: 'add', entry });
}

/** Takes one book off one day. Returns what puts it back as it was. */
export function removeLine({ waiting: _waiting, confirmed, ...line }: ShownLine, day: Day): () => void {
  const remove: Remove = { ...common(line.book, day), kind: 'remove', of: null };
  const dropped = droppedBy(outbox.state().waiting, remove);
  outbox.dispatch({ type: 'takeBack', remove, confirmed });
  return () => takeBack(remove, { what: 'removal', line }, dropped);
}

/** The person has read why it was refused. */
export const dismissRefused = (id: string): void => outbox.dispatch({ type: 'seen', id });
