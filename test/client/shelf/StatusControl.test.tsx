import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { StatusControl } from '@/features/shelf/StatusControl';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { book } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@/shared/backend/local/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const said = () => useSnackbar.getState().message;
beforeEach(() => freshPhone());

describe('where a book is on the shelf', () => {
  it('is changed by one tap, which can be taken back', async () => {
    serve({ 'shelf.move': ({ to }) => ({ item: to && { book, status: to, since: 1 }, desk: [] }) });
    show(<StatusControl book={book} status="want" />);
    fireEvent.click(screen.getByText('在读'));
    await waitFor(() => expect(said()?.text).toBe('《万历十五年》已放进在读'));
    act(() => said()?.undo?.());
    await waitFor(() => expect(sent('shelf.move').map((input) => input.to)).toEqual(['reading', 'want']));
  });

  it('comes back after a removal was taken back', async () => {
    serve({ 'shelf.move': ({ to }) => ({ item: to && { book, status: to, since: 1 }, desk: [] }) });
    show(<StatusControl book={book} status="finished" />);
    fireEvent.click(screen.getByText('移出书架'));
    await waitFor(() => expect(said()?.undo).toBeDefined());
    act(() => said()?.undo?.());
    await waitFor(() => expect(sent('shelf.move').map((input) => input.to)).toEqual([null, 'finished']));
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
