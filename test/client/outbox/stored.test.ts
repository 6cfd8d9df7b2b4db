/** @jest-environment node */
import type { Entry } from '@/features/checkin/outbox/entry';
import { overlay } from '@/features/checkin/outbox/overlay';
import { isCheckin } from '@/features/checkin/outbox/entry';
import { createOutbox, type OutboxCommand } from '@/shared/outbox/runner';
import { emptyOutbox, type OutboxState } from '@/shared/outbox/state';
import { readOutbox } from '@/shared/outbox/stored';
import { kinds, type Placed } from './kinds';

const NOW = Date.UTC(2026, 10, 23, 12);
const book = { id: 'b1', title: '活着', author: '余华', tone: 'ink' as const };
const clock = { offset: 0, since: NOW - 60_000 };
const common = { who: 'me', book, day: '20261123', sendings: 0, faults: 0 };
const line = { book, pages: 18, minutes: null, note: '第三章', at: NOW };
const placed: Placed = {
  ...{ id: 'placed', who: 'me', action: 'shelf.move', sendings: 0, faults: 0 },
  input: { bookId: 'b1', to: 'want' },
};
const entries: (Entry | Placed)[] = [
  placed,
  { ...common, id: 'tap', action: 'checkin.submit', tappedAt: NOW, clock, details: {} },
  { ...common, id: 'old', action: 'checkin.submit', tappedAt: NOW, details: { note: '第三章' } },
  {
    ...common,
    id: 'settled',
    action: 'checkin.submit',
    tappedAt: NOW,
    clock,
    at: NOW,
    details: { pages: 5, minutes: null },
  },
  { ...common, id: 'day', action: 'checkin.submit', tappedAt: null, details: {} },
  { ...common, id: 'remove', action: 'checkin.remove', of: null },
  { ...common, id: 'undo', action: 'checkin.undo', what: 'tap', of: 'tap', line: null },
  { ...common, id: 'restore', action: 'checkin.undo', what: 'removal', of: 'remove', line },
];
const hostile = [null, undefined, 0, -1, 1e300, Number.NaN, true, '', 'toString', '__proto__', [], [null], {}];

const good: Entry = { ...common, id: 'good', action: 'checkin.submit', tappedAt: null, details: {} };

/** Everything that a launch does with the queue; what was sent. */
async function launch(stored: unknown): Promise<{ sent: OutboxCommand[]; left: OutboxState }> {
  const sent: OutboxCommand[] = [];
  const outbox = createOutbox(
    {
      load: () => readOutbox(stored, kinds),
      save: () => undefined,
      onStored: () => undefined,
      send: (command) => {
        sent.push(command);
        return Promise.resolve({ checkIn: { day: '20261123', lines: [] } });
      },
      who: () => 'me',
      phoneNow: () => NOW,
      clock: () => ({ offset: 0, since: NOW }),
      askClock: () => Promise.resolve(),
      later: () => undefined,
      onRefused: () => undefined,
      onDone: () => undefined,
      onChange: ({ waiting }) => void overlay([], waiting.filter(isCheckin)),
    },
    kinds,
  );
  const { waiting, refused } = outbox.state();
  overlay([{ day: '20261123', lines: [line] }], waiting.filter(isCheckin));
  for (const { entry } of refused)
    expect(JSON.stringify(kinds.of(entry.action)?.told(entry) ?? {})).not.toContain('NaN');
  await outbox.pump();
  return { sent, left: outbox.state() };
}

/** As the first versions stored it, when check-ins alone could wait. */
function first({ action, ...entry }: Entry): object {
  return { ...entry, kind: action.replace('checkin.', '') };
}

test('what the first versions stored, of check-ins alone, is taken up as what it is now', () => {
  const known = entries.filter(isCheckin);
  const state = (list: object[]) => ({
    waiting: list,
    refused: list.map((entry) => ({ entry, code: 'BUSY', message: '稍后' })),
  });
  expect(readOutbox(JSON.parse(JSON.stringify(state(known.map(first)))), kinds)).toEqual(state(known));
});

test('what every version since stored is taken up whole', () => {
  const state = { waiting: entries, refused: entries.map((entry) => ({ entry, code: 'BUSY', message: '稍后' })) };
  expect(readOutbox(JSON.parse(JSON.stringify(state)), kinds)).toEqual(state);
});

test.each([...hostile, { waiting: 'x', refused: 5 }, { waiting: { length: 3 } }])(
  'a queue that is none (%j) is an empty one',
  (stored) => {
    expect(readOutbox(stored, kinds)).toEqual(emptyOutbox);
  },
);

/** Every field of a value, and of what is in it, made hostile in turn. */
function* damaged(value: object): Generator<object> {
  for (const [name, inside] of Object.entries(value)) {
    for (const one of hostile) yield { ...value, [name]: one };
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    if (typeof inside === 'object' && inside !== null) {
      for (const other of damaged(inside as object)) yield { ...value, [name]: other };
    }
  }
}

test.each(entries)(
  'an entry damaged in any field keeps neither the screen nor those behind it waiting: $id',
  async (entry) => {
    for (const broken of damaged(entry)) {
      const stored = { waiting: [broken, good], refused: [{ entry: broken, code: 'BUSY', message: '稍后' }] };
      const { sent, left } = await launch(stored);
      expect(sent.map(({ input }) => input.commandId)).toContain('good');
      expect(left.waiting.filter(({ who }) => who === 'me')).toEqual([]);
    }
  },
);

test('a refusal that cannot be shown is left out', () => {
  const refused = [null, 5, {}, { entry: good }, { entry: {}, code: 'BUSY', message: '稍后' }];
  expect(readOutbox({ waiting: [], refused }, kinds)).toEqual(emptyOutbox);
});

test('what another version queued and this one cannot send is told, stays told after the next launch, and holds nothing up', async () => {
  const foreign = { id: 'vote', who: 'me', action: 'poll.vote', sendings: 0, faults: 0, input: { pollId: 'p' } };
  const { sent, left } = await launch({ waiting: [foreign, good], refused: [] });
  expect(sent.map(({ input }) => input.commandId)).toEqual(['good']);
  expect(left.refused).toMatchObject([{ entry: { id: 'vote' }, code: 'UNKNOWN_ACTION' }]);
  expect(left.refused[0]?.message).toMatch(/重新做一次/);
  expect(readOutbox(JSON.parse(JSON.stringify(left)), kinds).refused).toEqual(left.refused);
});
