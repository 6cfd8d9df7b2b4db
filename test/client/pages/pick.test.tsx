import { useState, type ComponentType } from 'react';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { BookRef } from '@contract/shared/book';
import AddBookPage from '@/packages/book/add';
import SearchPage from '@/packages/book/search';
import { usePick } from '@/shared/pick';
import { pageAbove } from '../stubs/taro';
import { book, otherBook } from '../support/facts';
import { freshPhone, givePicked, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const picked = jest.fn<void, [string]>();

/** A form that has a book picked, and says what was typed when it came. */
function Form() {
  const [typed, setTyped] = useState('');
  const pick = usePick('bookSearch', ({ title }: BookRef) => picked(`${title}${typed}`));
  return (
    <>
      <input aria-label="typed" value={typed} onChange={({ target }) => setTyped(target.value)} />
      <button onClick={() => pick()}>选一本书</button>
    </>
  );
}

/** Opens what was navigated to last, `pages` pages above the form. */
function follow(Screen: ComponentType, pages: number) {
  const [{ url }] = taro.navigateTo.mock.lastCall as [{ url: string }];
  const parameters: [string, string][] = [...new URL(url, 'http://phone').searchParams];
  pageAbove(pages, Object.fromEntries(parameters.map(([key, value]) => [key, encodeURIComponent(value)])));
  show(<Screen />);
}

const find = async (text: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText(/^书名、作者或 ISBN/), { target: { value: text } });
  fireEvent.click(await screen.findByText(/余华/));
};

beforeEach(() => {
  freshPhone();
  picked.mockClear();
  taro.navigateTo.mockClear();
  taro.navigateBack.mockClear();
  serve({
    'book.search': ({ q }) => ({ items: q === '没有的书' ? [] : [otherBook], next: null }),
    'book.add': () => ({ book }),
  });
});

test('what is chosen is given once to the page that asked, which is gone back to; no other page opens', async () => {
  show(<Form />);
  fireEvent.click(screen.getByText('选一本书'));
  follow(SearchPage, 1);
  await find('活着');
  fireEvent.click(screen.getByText(/余华/));
  expect(picked.mock.calls).toEqual([[otherBook.title]]);
  expect(taro.navigateBack.mock.calls).toEqual([[{ delta: 1 }]]);
  expect(taro.navigateTo).toHaveBeenCalledTimes(1);
});

test('it meets the form as it is now, not as it was when asked', () => {
  show(<Form />);
  fireEvent.click(screen.getByText('选一本书'));
  fireEvent.change(screen.getByLabelText('typed'), { target: { value: '，写了一半' } });
  givePicked(book);
  expect(picked).toHaveBeenCalledWith(`${book.title}，写了一半`);
});

test('a book that had to be added comes to the form as well, past the search', async () => {
  show(<Form />);
  fireEvent.click(screen.getByText('选一本书'));
  follow(SearchPage, 1);
  fireEvent.change(screen.getByLabelText(/^书名、作者或 ISBN/), { target: { value: '没有的书' } });
  fireEvent.click(await screen.findByText('添加这本书'));
  follow(AddBookPage, 2);
  fireEvent.change(screen.getByLabelText(/^作者/), { target: { value: '黄仁宇' } });
  fireEvent.click(screen.getByText('添加'));
  await waitFor(() => expect(picked.mock.calls).toEqual([[book.title]]));
  expect(taro.navigateBack.mock.calls).toEqual([[{ delta: 2 }]]);
});

test('turning back gives nothing, and the next asking is one of its own', () => {
  show(<Form />);
  fireEvent.click(screen.getByText('选一本书'));
  const [first] = taro.navigateTo.mock.lastCall as [{ url: string }];
  expect(picked).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('选一本书'));
  const [second] = taro.navigateTo.mock.lastCall as [{ url: string }];
  expect(second.url).not.toBe(first.url);
  givePicked(book);
  givePicked(otherBook);
  expect(picked.mock.calls).toEqual([[book.title]]);
});

test('nothing comes to a form that has been left meanwhile', () => {
  const { unmount } = show(<Form />);
  fireEvent.click(screen.getByText('选一本书'));
  unmount();
  givePicked(book);
  expect(picked).not.toHaveBeenCalled();
});

test('where nobody waits any more, as after a reload, the search is a search like any other', async () => {
  freshPhone({ pick: '1.1' });
  show(<SearchPage />);
  expect(screen.queryByText('选一本书')).toBeNull();
  await find('活着');
  expect(taro.navigateBack).not.toHaveBeenCalled();
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/book/detail/index?id=${otherBook.id}` });
});
