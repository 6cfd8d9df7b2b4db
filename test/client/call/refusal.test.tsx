import { act, screen, waitFor } from '@testing-library/react';
import type { ErrorCode } from '@contract/errors';
import { errorMessages } from '@contract/errors';
import { Roster } from '@/features/event/Roster';
import { usePersona } from '@/shared/backend/local/personas';
import { call } from '@/shared/call/call';
import { patch, queryClient } from '@/shared/call/client';
import { cachedReply } from '@/shared/call/reply-cache';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { book, event } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

function Event() {
  const query = useQueryCall('event.get', { id: 'e1' });
  return (
    <QueryView query={query} skeleton={<span>骨架</span>}>
      {(data) => <span>{data.event.title}</span>}
    </QueryView>
  );
}
function Book() {
  const query = useQueryCall('book.get', { bookId: 'b1' });
  return (
    <QueryView query={query} skeleton={<span>骨架</span>}>
      {(data) => <span>{data.book.title}</span>}
    </QueryView>
  );
}
const shelved = {
  'book.get': () => ({ book, status: null, version: 1, mayCorrect: false, own: false, recommendations: [] }),
};
const open = { ...shelved, 'event.get': () => ({ event }) };
const refusing = (code: ErrorCode) => ({ ...shelved, 'event.get': () => new Refusal(code) });
const askAgain = () => act(() => void queryClient.invalidateQueries());

beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'anna' });
});

describe('a cache never outranks authorization', () => {
  test.each(['FORBIDDEN', 'NOT_FOUND', 'DISABLED', 'NOT_REGISTERED'] as const)(
    '%s is shown in place of what was seen before, and takes it off the phone',
    async (code) => {
      serve(open);
      show(<Event />);
      await screen.findByText(event.title);
      expect(cachedReply('anna', 'event.get', { id: 'e1' })).toBeTruthy();

      serve(refusing(code));
      askAgain();
      await screen.findByText(errorMessages[code]);
      expect(screen.queryByText(event.title)).toBeNull();
      expect(screen.queryByText(/^这是/)).toBeNull();
      expect(cachedReply('anna', 'event.get', { id: 'e1' })).toBeUndefined();
      // Nor does a command that was confirmed late bring it back.
      act(() => patch('event.get', { id: 'e1' }, (data) => data));
      expect(screen.queryByText(event.title)).toBeNull();
    },
  );

  test.each(['DISABLED', 'NOT_REGISTERED'] as const)(
    '%s, whatever met it, takes everything of the person off every screen and off the phone',
    async (code) => {
      serve(open);
      show(
        <>
          <Event />
          <Book />
        </>,
      );
      await screen.findByText(event.title);
      await screen.findByText(book.title);
      serve({ 'checkin.remove': () => new Refusal(code) });
      await act(() =>
        call('checkin.remove', { commandId: 'c'.repeat(22), day: '20261101', bookId: 'b1' }).catch(() => undefined),
      );
      await waitFor(() => expect(screen.getAllByText(errorMessages[code])).toHaveLength(2));
      expect(screen.queryByText(event.title)).toBeNull();
      expect(cachedReply('anna', 'event.get', { id: 'e1' })).toBeUndefined();
      expect(cachedReply('anna', 'book.get', { bookId: 'b1' })).toBeUndefined();
    },
  );

  test('a refusal of one thing leaves the others', async () => {
    serve(open);
    show(
      <>
        <Event />
        <Book />
      </>,
    );
    await screen.findByText(event.title);
    serve({ ...refusing('FORBIDDEN'), 'me.session': () => new Refusal('BUSY') });
    askAgain();
    await screen.findByText(errorMessages.FORBIDDEN);
    expect(screen.getByText(book.title)).toBeTruthy();
    expect(cachedReply('anna', 'book.get', { bookId: 'b1' })).toBeTruthy();
  });

  test.each(['BUSY', 'INTERNAL', 'RATE_LIMITED', 'CLIENT_TOO_OLD', 'UPDATING'] as const)(
    '%s is no refusal: what was seen stays',
    async (code) => {
      serve(open);
      show(<Event />);
      await screen.findByText(event.title);
      serve(refusing(code));
      askAgain();
      await screen.findByText(/^这是今天 \d\d:\d\d 的内容$/);
      expect(screen.getByText(event.title)).toBeTruthy();
    },
  );

  test('a roster leaves no trace: not on the phone, and not in memory once its page is closed', async () => {
    const person = { order: 1, seated: true, name: '林晓', at: 1, answers: [{ fieldId: 'q1', value: '将进酒' }] };
    serve({
      'event.roster': () => ({
        title: '诵读会',
        form: event.form,
        total: 1,
        capacity: 20,
        items: [person],
        next: null,
      }),
    });
    const page = show(<Roster id="e1" />);
    await screen.findByText('林晓');
    page.unmount();
    await waitFor(() =>
      expect(queryClient.getQueryCache().findAll({ queryKey: ['anna', 'event.roster'] })).toEqual([]),
    );

    serve({ 'event.roster': () => lost });
    show(<Roster id="e1" />);
    await screen.findByText('现在连不上网络。');
    expect(screen.queryByText('林晓')).toBeNull();
  });

  test('a question begun by one persona is never asked again, or kept, as another', async () => {
    serve({
      'event.get': () => {
        // While the first reply is on its way, the other persona's check-in is confirmed.
        if (sent('event.get').length === 1) {
          usePersona.setState({ id: 'ben' });
          patch('home.today', {}, (data) => data);
        }
        return { event };
      },
    });
    show(<Event />);
    await screen.findByText(event.title);
    expect(sent('event.get')).toHaveLength(2);
    expect(cachedReply('anna', 'event.get', { id: 'e1' })).toBeUndefined();
  });
});
