import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ActionInput } from '../../../contract/registry';
import { StatusControl } from '@/features/shelf/StatusControl';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { book } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const moved = ({ to }: ActionInput<'shelf.move'>) => ({ item: to && { book, status: to, since: 1 }, desk: [] });
const said = () => useSnackbar.getState().message;
beforeEach(() => freshPhone());

describe('where a book is on the shelf', () => {
  it.each([
    ['想读', '在读', '《万历十五年》已放进在读'],
    ['读完', '移出书架', '《万历十五年》已移出书架'],
  ])('from %s by one tap on %s, which names that very move when it is taken back', async (_from, tap, text) => {
    serve({ 'shelf.move': moved, 'shelf.undo': () => ({ item: null, desk: [], undone: true }) });
    show(<StatusControl book={book} status={tap === '在读' ? 'want' : 'finished'} />);
    fireEvent.click(screen.getByText(tap));
    await waitFor(() => expect(said()?.text).toBe(text));
    act(() => said()?.undo?.());
    await waitFor(() => expect(said()?.text).toBe('已恢复原样'));
    const [move] = sent('shelf.move');
    expect(sent('shelf.move')).toHaveLength(1);
    expect(sent('shelf.undo')).toMatchObject([{ of: move?.commandId, bookId: book.id }]);
    expect(sent('shelf.undo')[0]?.commandId).not.toBe(move?.commandId);
  });

  it('stays where another phone has moved it since, and that is said', async () => {
    serve({ 'shelf.move': moved, 'shelf.undo': () => ({ item: null, desk: [], undone: false }) });
    show(<StatusControl book={book} status="want" />);
    fireEvent.click(screen.getByText('在读'));
    await waitFor(() => expect(said()?.undo).toBeDefined());
    act(() => said()?.undo?.());
    await waitFor(() => expect(said()?.text).toBe('其后又移动过，没有撤销'));
  });

  it('is not said to be restored when the desk filled up meanwhile', async () => {
    serve({ 'shelf.move': moved, 'shelf.undo': () => new Refusal('DESK_FULL') });
    show(<StatusControl book={book} status="reading" />);
    fireEvent.click(screen.getByText('读完'));
    await waitFor(() => expect(said()?.undo).toBeDefined());
    act(() => said()?.undo?.());
    await waitFor(() => expect(said()?.text).toBe('没有撤销。在读的书已有 9 本。读完或移走一本后再添加。'));
    expect(said()?.undo).toBeUndefined();
  });

  it('an undo whose reply was lost is offered again, under the same id', async () => {
    serve({ 'shelf.move': moved, 'shelf.undo': () => lost });
    show(<StatusControl book={book} status="want" />);
    fireEvent.click(screen.getByText('在读'));
    await waitFor(() => expect(said()?.undo).toBeDefined());
    act(() => said()?.undo?.());
    await waitFor(() => expect(said()?.text).toContain('还没有撤销'));
    serve({ 'shelf.undo': () => ({ item: null, desk: [], undone: true }) });
    act(() => said()?.undo?.());
    await waitFor(() => expect(said()?.text).toBe('已恢复原样'));
    const ids = sent('shelf.undo').map(({ commandId }) => commandId);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  it('says why a full desk takes no more, and offers nothing to take back', async () => {
    serve({ 'shelf.move': () => new Refusal('DESK_FULL') });
    show(<StatusControl book={book} status={null} />);
    fireEvent.click(screen.getByText('在读'));
    await waitFor(() => expect(said()?.text).toContain('读完或移走一本'));
    expect(said()?.undo).toBeUndefined();
  });

  it('sends nothing for a tap on where the book already is', () => {
    serve({});
    show(<StatusControl book={book} status="reading" />);
    fireEvent.click(screen.getByText('在读'));
    expect(sent('shelf.move')).toHaveLength(0);
  });
});
