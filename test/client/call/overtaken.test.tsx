import { act, screen } from '@testing-library/react';
import type { ActionOutput } from '@contract/registry';
import { usePersona } from '@/shared/backend/local/personas';
import { patch, queryClient, type CallKey } from '@/shared/call/client';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { refreshAfter } from '@/shared/call/stale';
import { otherBook, book, recommendation } from '../support/facts';
import { freshPhone, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

/*
 * A query's reply and a command's that come in the same turn of the event loop, the second one some microtasks after the
 * first: few enough and the first is still on its way through the client.
 */

type Pick = ActionOutput<'recommendation.get'>;
const pick = (reason: string): Pick => ({
  recommendation: { ...recommendation, reason },
  status: null,
  mayEdit: false,
});
const input = { id: 'r1' };

/** Runs `confirm` the given number of microtasks from now. */
async function after(steps: number, confirm: () => void): Promise<void> {
  for (let step = 0; step < steps; step++) await Promise.resolve();
  confirm();
}

let drawn: string[] = [];
function Screen() {
  const { data } = useQueryCall('recommendation.get', input);
  if (data) drawn.push(data.recommendation.reason);
  return <span>{data?.recommendation.reason}</span>;
}
function List() {
  const { items } = useListCall('book.search', { q: '书' });
  return <span>{items.map(({ title }) => title).join()}</span>;
}

beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'anna' });
  drawn = [];
});

const microtasks = Array.from({ length: 20 }, (_, steps) => steps);

test.each(microtasks)(
  'a command that is confirmed %i microtasks after an older reply came is never undone on screen',
  async (steps) => {
    serve({
      'recommendation.get': () => {
        if (sent('recommendation.get').length > 1) return pick('AFTER');
        const confirmed = () => {
          patch<Pick>('recommendation.get', input, () => pick('AFTER'));
          drawn = [];
        };
        void after(steps, confirmed);
        return pick('BEFORE');
      },
    });
    queryClient.setQueryData(['anna', 'recommendation.get', input] satisfies CallKey, pick('SEEN'));
    show(<Screen />);
    await act(() => queryClient.invalidateQueries());
    await screen.findByText('AFTER');
    expect(new Set(drawn)).toEqual(new Set(['AFTER']));
  },
);

test.each(microtasks)(
  'a first reply that is overtaken by a command %i microtasks later is asked for again',
  async (steps) => {
    serve({
      'recommendation.get': () => {
        if (sent('recommendation.get').length > 1) return pick('AFTER');
        void after(steps, () => refreshAfter('recommendation.setWithdrawn'));
        return pick('BEFORE');
      },
    });
    show(<Screen />);
    await screen.findByText('AFTER');
  },
);

test.each(microtasks)('so is the first page of a list: %i microtasks later', async (steps) => {
  serve({
    'book.search': () => {
      if (sent('book.search').length > 1) return { items: [otherBook], next: null };
      void after(steps, () => refreshAfter('book.add'));
      return { items: [book], next: null };
    },
  });
  show(<List />);
  await screen.findByText(otherBook.title);
});
