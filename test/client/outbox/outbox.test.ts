/** @jest-environment node */
import { CallError } from '@/shared/call/error';
import { overlay } from '@/features/checkin/outbox/overlay';
import { takingBack, undoing } from '@/features/checkin/outbox/take-back';
import { createOutbox, toCommand, type OutboxCommand, type OutboxPorts } from '@/shared/outbox/runner';
import type { Entry, Remove, Submit, Undo } from '@/features/checkin/outbox/entry';
import { emptyOutbox, reduce as reduceWith, type OutboxEvent, type OutboxState } from '@/shared/outbox/state';
import type { Join } from '@/shared/outbox/join';
import { kinds, placedKind, placing, type Placed } from './kinds';

const reduce = (state: OutboxState, event: OutboxEvent) => reduceWith(state, event, kinds);

const NOW = Date.UTC(2026, 10, 23, 12);
const book = { id: 'b1', title: '活着', author: '余华', tone: 'ink' as const };
const clock = { offset: 0, since: NOW - 60_000 };
const common = { who: 'me', book, day: '20261123', sendings: 0, faults: 0 };
const tap = (id: string, more: Partial<Submit> = {}): Submit => ({
  ...common,
  id,
  action: 'checkin.submit',
  tappedAt: NOW,
  clock,
  details: {},
  ...more,
});
const remove = (id: string, more: Partial<Remove> = {}): Remove => ({
  ...common,
  id,
  action: 'checkin.remove',
  of: null,
  ...more,
});

/** A queue whose server answers with `answer`; returns what was sent. */
function queue(
  answer: (command: OutboxCommand) => unknown,
  start: OutboxState = emptyOutbox,
  world: Partial<OutboxPorts> = {},
) {
  const sent: OutboxCommand[] = [];
  const pauses: number[] = [];
  const ports: OutboxPorts = {
    load: () => start,
    save: () => undefined,
    send: (command) => {
      sent.push(command);
      const reply = answer(command);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    who: () => 'me',
    phoneNow: () => NOW,
    clock: () => clock,
    askClock: () => Promise.resolve(),
    later: (ms) => pauses.push(ms),
    onRefused: () => undefined,
    onDone: () => undefined,
    onChange: () => undefined,
    onStored: () => undefined,
    ...world,
  };
  return { outbox: createOutbox(ports, kinds), sent, pauses };
}
const onDay = (day: string) => ({ checkIn: { day, lines: [] } });
const done = onDay('20261123');
const kindOf = (action: string) => kinds.of(action) ?? placedKind;
const add = (waiting: OutboxState['waiting'], entry: Entry, join: Join<Entry>) =>
  reduce({ waiting, refused: [] }, { type: 'add', entry, join });
const takeBack = (waiting: OutboxState['waiting'], entry: Remove, confirmed: boolean) =>
  add(waiting, entry, takingBack(entry, confirmed));

test('a refusal leaves the queue with its words kept, and those behind it go on', async () => {
  const { outbox, sent } = queue(({ input }) =>
    input.commandId === 'c1' ? new CallError('BOOK_NOT_FOUND', '没有找到这本书') : done,
  );
  outbox.dispatch({ type: 'add', entry: tap('c1', { details: { note: '写了很久的心得' } }) });
  outbox.dispatch({ type: 'add', entry: tap('c2', { book: { ...book, id: 'b2' } }) });
  await outbox.pump();
  await new Promise(setImmediate);
  expect(sent.map(({ input }) => input.commandId)).toEqual(['c1', 'c2']);
  expect(outbox.state().waiting).toEqual([]);
  expect(outbox.state().refused).toMatchObject([
    { message: '没有找到这本书', entry: { id: 'c1', details: { note: '写了很久的心得' } } },
  ]);
});

test('a refused tap takes its own take-back with it', () => {
  const waiting = [tap('c1', { sendings: 1 }), remove('c2', { of: 'c1' })];
  const state = reduce({ waiting, refused: [] }, { type: 'refused', id: 'c1', code: 'BOOK_NOT_FOUND', message: '' });
  expect(state.waiting).toEqual([]);
});

test('a server that always fails on one command does not block the others for ever', () => {
  let state: OutboxState = { waiting: [tap('c1'), tap('c2')], refused: [] };
  for (let i = 0; i < 12; i++) state = reduce(state, { type: 'fault', id: 'c1', code: 'INTERNAL', message: '' });
  expect(state.waiting.map(({ id }) => id)).toEqual(['c2']);
  expect(state.refused).toHaveLength(1);
});

test('a tap taken back before it ever left is never sent', () => {
  expect(takeBack([tap('c1')], remove('c2'), false).waiting).toEqual([]);
});

test('a tap taken back while on its way is removed on the day the server put it', () => {
  const taken = takeBack([tap('c1', { sendings: 1 })], remove('c2'), false);
  const state = reduce(taken, { type: 'done', id: 'c1', reply: onDay('20261124') });
  expect(state.waiting).toMatchObject([{ id: 'c2', action: 'checkin.remove', day: '20261124', of: null }]);
});

test('words added to a tap follow it to the day the server put it', () => {
  const waiting = [tap('c1', { sendings: 1 }), tap('c2', { details: { pages: 12 } })];
  const state = reduce({ waiting, refused: [] }, { type: 'done', id: 'c1', reply: onDay('20261124') });
  expect(state.waiting).toMatchObject([{ id: 'c2', day: '20261124' }]);
});

test('one person’s check-ins are never sent in another’s name', async () => {
  const start = { waiting: [tap('theirs', { who: 'somebody' }), tap('mine')], refused: [] };
  const { outbox, sent } = queue(() => done, start);
  await outbox.pump();
  expect(sent.map(({ input }) => input.commandId)).toEqual(['mine']);
  expect(outbox.state().waiting.map(({ id }) => id)).toEqual(['theirs']);
});

test('without network it tries again after longer and longer pauses, with the same command', async () => {
  const { outbox, sent, pauses } = queue(() => new CallError('OFFLINE'), { waiting: [tap('c1')], refused: [] });
  for (let i = 0; i < 5; i++) await outbox.pump();
  expect(pauses).toEqual([3_000, 10_000, 30_000, 60_000, 60_000]);
  expect(new Set(sent.map(({ input }) => input.commandId))).toEqual(new Set(['c1']));
});

test('what waits is shown over what the server said, marked as waiting', () => {
  const line = { book, pages: 5, minutes: null, note: null, at: 0 };
  const shown = overlay(
    [{ day: '20261122', lines: [line] }],
    [tap('c1', { day: '20261122', details: { note: '好' } }), tap('c2', { book: { ...book, id: 'b2' } })],
  );
  expect(shown).toMatchObject([
    { day: '20261122', lines: [{ pages: 5, note: '好', waiting: true, confirmed: true }] },
    { day: '20261123', lines: [{ book: { id: 'b2' }, waiting: true, confirmed: false }] },
  ]);
});

describe('an undo', () => {
  const undo = (id: string, more: Partial<Undo> = {}): Undo => ({
    ...common,
    id,
    action: 'checkin.undo',
    what: 'tap',
    of: 'c1',
    line: null,
    ...more,
  });
  const take = (waiting: OutboxState['waiting'], entry: Undo, landed = false, dropped: Submit[] = []) =>
    add(waiting, entry, undoing(entry, landed, dropped)).waiting;

  test('of what never left is a matter of the phone alone', () => {
    expect(take([tap('c1')], undo('u'))).toEqual([]);
    expect(take([remove('c1')], undo('u', { what: 'removal' }))).toEqual([]);
  });

  test('of what was refused sends nothing', () => {
    expect(take([], undo('u'))).toEqual([]);
    const waiting = [tap('c1', { sendings: 1 }), undo('u')];
    const event = { type: 'refused', id: 'c1', code: 'BOOK_NOT_FOUND', message: '' } as const;
    expect(reduce({ waiting, refused: [] }, event).waiting).toEqual([]);
  });

  test('of what is on its way follows it, and goes to the day the server put it', () => {
    const waiting = take([tap('c1', { sendings: 1 })], undo('u'));
    expect(
      reduce({ waiting, refused: [] }, { type: 'done', id: 'c1', reply: onDay('20261124') }).waiting,
    ).toMatchObject([{ id: 'u', day: '20261124', of: 'c1' }]);
    const input = { commandId: 'u', of: 'c1', what: 'tap', day: '20261123', bookId: 'b1' };
    expect(toCommand(kindOf('checkin.undo'), undo('u'), NOW)).toEqual({ action: 'checkin.undo', input });
  });

  test('of a removal gives back what the removal had kept from being sent', () => {
    const words = tap('w', { details: { note: '还没发出' } });
    const state = takeBack([words], remove('c1'), true);
    expect(state.waiting).toMatchObject([{ id: 'c1' }]);
    expect(take(state.waiting, undo('u', { what: 'removal' }), false, [words])).toEqual([words]);
    expect(take([], undo('u', { what: 'removal' }), false, [words])).toEqual([words]);
  });

  test('shows the line as it was before the removal, and none after a tap', () => {
    const line = { book, pages: 5, minutes: null, note: '好', at: 0 };
    const entry = undo('u', { what: 'removal', line });
    expect(overlay([], [entry])).toMatchObject([{ lines: [{ pages: 5, note: '好', waiting: true, confirmed: true }] }]);
    const tapped = { ...line, pages: null, note: null };
    expect(overlay([{ day: '20261123', lines: [tapped] }], [undo('u')])).toEqual([]);
  });

  test('leaves on the screen what has words of its own', () => {
    const line = { book, pages: null, minutes: null, note: '另一部手机写的', at: 0 };
    expect(overlay([{ day: '20261123', lines: [line] }], [undo('u')])).toMatchObject([
      { lines: [{ note: line.note }] },
    ]);
    expect(overlay([], [tap('w', { details: { pages: 3 } }), undo('u')])).toMatchObject([{ lines: [{ pages: 3 }] }]);
  });
});

test('a day whose last line is taken back is an empty day', () => {
  const line = { book, pages: null, minutes: null, note: null, at: 0 };
  expect(overlay([{ day: '20261123', lines: [line] }], [remove('c1')])).toEqual([]);
});

describe('a phone whose storage is full', () => {
  const full = () => {
    throw new Error('setStorageSync:fail exceed the limit');
  };

  test('shows the tap, sends it, and says that it is not stored until it is sent', async () => {
    const shown: number[] = [];
    const stored: boolean[] = [];
    const { outbox, sent } = queue(() => done, emptyOutbox, {
      save: full,
      onChange: ({ waiting }) => shown.push(waiting.length),
      onStored: (whether) => stored.push(whether),
    });
    outbox.dispatch({ type: 'add', entry: tap('c1') });
    expect(shown).toEqual([1, 1]);
    expect(stored).toEqual([false, false]);
    await outbox.pump();
    await new Promise(setImmediate);
    expect(sent).toHaveLength(1);
    expect(outbox.state().waiting).toEqual([]);
  });

  test('one failing write while sending does not stop the queue', async () => {
    let writes = 0;
    const { outbox, sent } = queue(() => done, emptyOutbox, { save: () => void (++writes === 2 && full()) });
    outbox.dispatch({ type: 'add', entry: tap('c1') });
    outbox.dispatch({ type: 'add', entry: tap('c2', { book: { ...book, id: 'b2' } }) });
    await outbox.pump();
    await new Promise(setImmediate);
    expect(sent.map(({ input }) => input.commandId)).toEqual(['c1', 'c2']);
    expect(outbox.state().waiting).toEqual([]);
  });
});

test('a screen that cannot take the answer does not stop the queue, and nothing is sent twice', async () => {
  const broken = () => {
    throw new Error('a kept reply of an older version');
  };
  const { outbox, sent } = queue(() => done, emptyOutbox, { onDone: broken });
  outbox.dispatch({ type: 'add', entry: tap('c1') });
  outbox.dispatch({ type: 'add', entry: tap('c2') });
  await outbox.pump();
  await new Promise(setImmediate);
  expect(sent.map(({ input }) => input.commandId)).toEqual(['c1', 'c2']);
});

describe('a second kind of command', () => {
  const placed = (id: string, to: 'want' | 'reading', more: Partial<Placed> = {}): Placed => ({
    id,
    who: 'me',
    action: 'shelf.move',
    sendings: 0,
    faults: 0,
    input: { bookId: 'b1', to },
    ...more,
  });

  test('goes in a lane of its own: what the other waits for keeps it not waiting', async () => {
    const offline = ({ action }: OutboxCommand) => (action === 'shelf.move' ? {} : new CallError('OFFLINE'));
    const start = { waiting: [tap('c1'), placed('p1', 'want'), tap('c2'), placed('p2', 'reading')], refused: [] };
    const { outbox, sent } = queue(offline, start);
    await outbox.pump();
    expect(sent.map(({ input }) => input.commandId).sort()).toEqual(['c1', 'p1', 'p2']);
    expect(outbox.state().waiting.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  test('takes the place of what means the same and never left, and waits behind what may have left', () => {
    const event: OutboxEvent = { type: 'add', entry: placed('p2', 'reading'), join: placing };
    const ids = (waiting: OutboxState['waiting']) =>
      reduce({ waiting, refused: [] }, event).waiting.map(({ id }) => id);
    expect(ids([placed('p1', 'want'), tap('c1')])).toEqual(['c1', 'p2']);
    expect(ids([placed('p1', 'want', { sendings: 1 })])).toEqual(['p1', 'p2']);
    expect(ids([placed('p1', 'want', { input: { bookId: 'b2', to: 'want' } })])).toEqual(['p1', 'p2']);
  });

  test('is not touched by what a check-in’s answer or refusal changes among check-ins', () => {
    const waiting = [tap('c1', { sendings: 1 }), placed('c2', 'want')];
    expect(reduce({ waiting, refused: [] }, { type: 'done', id: 'c1', reply: onDay('20261124') }).waiting).toEqual([
      placed('c2', 'want'),
    ]);
    const refused = { type: 'refused', id: 'c1', code: 'BOOK_NOT_FOUND', message: '' } as const;
    expect(reduce({ waiting, refused: [] }, refused).waiting).toEqual([placed('c2', 'want')]);
  });

  test('that no table names is a mistake of the programmer’s, told at once', () => {
    const unknown = { ...placed('p1', 'want'), action: 'event.signUp' as const };
    expect(() => reduce(emptyOutbox, { type: 'add', entry: unknown })).toThrow('event.signUp is not in src/queued.ts');
  });
});
