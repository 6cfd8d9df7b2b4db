import { act, renderHook } from '@testing-library/react';
import { useCommandCall } from '@/shared/call/command';
import { book } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

beforeEach(() => freshPhone());
const reading = { bookId: book.id, to: 'reading' } as const;
const moved = () => ({ item: null, desk: [] });
const ids = () => sent('shelf.move').map((input) => input.commandId);
const hook = () => renderHook(() => useCommandCall('shelf.move')).result;

test('a command whose reply was lost is sent again under the same id', async () => {
  const move = hook();
  serve({ 'shelf.move': () => lost });
  await act(() => move.current.run(reading));
  expect(move.current.error?.code).toBe('OFFLINE');
  serve({ 'shelf.move': moved });
  await act(() => move.current.run(reading));
  expect(ids()).toHaveLength(2);
  expect(new Set(ids()).size).toBe(1);
  expect(move.current.error).toBeNull();
});

test('a changed input, and the same input after a success, are new commands', async () => {
  const move = hook();
  serve({ 'shelf.move': moved });
  await act(() => move.current.run(reading));
  await act(() => move.current.run(reading));
  await act(() => move.current.run({ ...reading, to: 'finished' }));
  expect(new Set(ids()).size).toBe(3);
});

test('a second tap while the first is on its way sends nothing', async () => {
  const move = hook();
  serve({ 'shelf.move': moved });
  await act(() => Promise.all([move.current.run(reading), move.current.run(reading)]));
  expect(ids()).toHaveLength(1);
});

test('a refusal resolves to nothing and is told', async () => {
  const move = hook();
  serve({ 'shelf.move': () => new Refusal('DESK_FULL') });
  await act(async () => expect(await move.current.run(reading)).toBeUndefined());
  expect(move.current.error?.message).toContain('读完或移走一本');
});

test('ids are of the contract’s form', async () => {
  const move = hook();
  serve({ 'shelf.move': moved });
  await act(() => move.current.run(reading));
  expect(ids()[0]).toMatch(/^[A-Za-z0-9]{22}$/);
});
