import Taro from '@tarojs/taro';
import { create } from 'zustand';
import type { CheckIn, CheckInLine } from '@contract/actions/checkin';
import { monthOf, type Day } from '@contract/day';
import type { ActionOutput } from '@contract/registry';
import { currentWho, onWhoChange } from '@/shared/backend/local/identity';
import { call } from '@/shared/call/call';
import { patch } from '@/shared/call/client';
import { today } from '@/shared/call/clock';
import { newCommandId } from '@/shared/call/command-id';
import { onBackOnline } from '@/shared/call/online';
import { readStored, store } from '@/shared/storage';
import type { ShownLine } from './overlay';
import { createOutbox } from './runner';
import { emptyOutbox, type Details, type OutboxState, type Remove, type Submit } from './state';

const KEY = 'outbox';

export const useOutbox = create<OutboxState>(() => emptyOutbox);
/** Whether the queue as it stands is on the phone, or would be lost with the app. */
export const useStored = create<{ stored: boolean }>(() => ({ stored: true }));

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

const outbox = createOutbox({
  load: () => readStored<OutboxState>(KEY),
  save: (state) => {
    if (!store(KEY, state)) throw new Error('no room on the phone');
  },
  onStored: (stored) => useStored.setState({ stored }),
  send: (command) =>
    command.action === 'checkin.submit' ? call(command.action, command.input) : call(command.action, command.input),
  who: currentWho,
  phoneNow: () => Date.now(),
  later: (ms, work) => void setTimeout(work, ms),
  onDone: (entry, checkIn) => {
    landed.set(entry.id, checkIn.day);
    if (entry.who === currentWho()) showDone(checkIn);
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

/** Logs reading now. Returns what takes it back. */
export function logNow(book: Book): () => void {
  const entry: Submit = { ...common(book, today()), kind: 'submit', tappedAt: Date.now(), details: {} };
  outbox.dispatch({ type: 'add', entry });
  return () => {
    const day = landed.get(entry.id);
    const remove: Remove = { ...common(book, day ?? entry.day), kind: 'remove', of: null };
    outbox.dispatch({ type: 'takeBack', remove, confirmed: day !== undefined });
  };
}

/** Writes or fills in (补记) one book on one day. Details of a tap still waiting go with the same instant. */
export function writeDay(book: Book, day: Day, details: Details): void {
  const tap = outbox
    .state()
    .waiting.find(
      (entry): entry is Submit => entry.kind === 'submit' && entry.day === day && entry.book.id === book.id,
    );
  const entry: Submit = { ...common(book, day), kind: 'submit', tappedAt: tap?.tappedAt ?? null, details };
  outbox.dispatch({ type: 'add', entry });
}

/** Takes one book off one day. Returns what puts it back. */
export function removeLine(line: ShownLine, day: Day): () => void {
  const remove: Remove = { ...common(line.book, day), kind: 'remove', of: null };
  outbox.dispatch({ type: 'takeBack', remove, confirmed: line.confirmed });
  return () => writeDay(line.book, day, { pages: line.pages, minutes: line.minutes, note: line.note });
}

/** The person has read why it was refused. */
export const dismissRefused = (id: string): void => outbox.dispatch({ type: 'seen', id });
