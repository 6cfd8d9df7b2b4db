import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ActionOutput } from '@contract/registry';
import type { BookRef } from '@contract/shared/book';
import { ShelfTab } from '@/features/shelf/ShelfTab';
import ShelfPage from '@/pages/shelf/index';
import { setOnline } from '@/shared/call/online';
import { book, otherBook } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const NOVEMBER_3 = Date.UTC(2026, 10, 3, 4);
const third: BookRef = { ...book, id: 'b3', title: '三体：黑暗森林', author: '刘慈欣' };
const page = (status: 'want' | 'finished', ...books: BookRef[]) => ({
  items: books.map((one) => ({ book: one, status, since: NOVEMBER_3 })),
  next: null,
});
const shelf = (over: Partial<ActionOutput<'shelf.overview'>> = {}): ActionOutput<'shelf.overview'> => ({
  reading: [book],
  want: page('want', otherBook),
  finished: page('finished', third),
  ...over,
});
const open = (overview = shelf()) => {
  serve({ 'shelf.overview': () => overview, 'shelf.move': () => ({ item: null, desk: [] }) });
  show(<ShelfTab />);
};
/** Everything of one book: its cover and what stands under it. */
const ofBook = async (name: RegExp) => {
  const cover = await screen.findByRole('button', { name });
  return within(cover.closest('.sx-shelf-book') as HTMLElement);
};
beforeEach(() => freshPhone());

describe('the shelf', () => {
  it.each([
    [/^万历十五年 黄仁宇/, '读完了', 'b1', 'finished'],
    [/^活着 余华/, '开始读', 'b2', 'reading'],
  ])('has one action for each book, the next step as a word: %s', async (name, word, bookId, to) => {
    open();
    const mine = await ofBook(name);
    const [cover, ...actions] = mine.getAllByRole('button');
    expect(actions.map(({ textContent }) => textContent)).toEqual([word]);
    fireEvent.click(actions[0] as HTMLElement);
    await waitFor(() => expect(sent('shelf.move')).toMatchObject([{ bookId, to }]));
    fireEvent.click(cover as HTMLElement);
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/book/detail/index?id=${bookId}` });
  });

  it('says which book a word is for, beginning with the word itself', async () => {
    open();
    expect(await screen.findByRole('button', { name: '读完了《万历十五年》' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '开始读《活着》' })).toBeTruthy();
  });

  it('a finished book leads to its page and asks for nothing', async () => {
    open();
    const row = (await screen.findByText('三体：黑暗森林')).closest('.sx-row') as HTMLElement;
    expect(within(row).queryByRole('button')).toBeNull();
    expect(row.getAttribute('role')).toBe('button');
    fireEvent.click(row);
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/detail/index?id=b3' });
  });

  it('searching and 书记荐书 are there before the books are, and without a network', async () => {
    serve({ 'shelf.overview': () => lost });
    show(<ShelfTab />);
    fireEvent.click(screen.getByRole('button', { name: '找书：书名、作者或 ISBN' }));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/search/index' });
    fireEvent.click(screen.getByText('书记荐书'));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/recommendations/index' });
    await screen.findByText('再试一次');
  });

  it('two neighbours never have the same tone', async () => {
    open(shelf({ reading: [book, otherBook, third], want: page('want', book, otherBook, third) }));
    await screen.findAllByText('开始读');
    for (const row of ['.sx-desk', '.sx-cover-grid']) {
      const covers = [...document.querySelectorAll(`${row} .sx-cover`)].map((cover) => cover.className);
      expect(new Set(covers.slice(0, 2)).size).toBe(2);
      expect(covers[1]).not.toBe(covers[2]);
    }
  });

  it('tells of nothing in hand only a way that there is', async () => {
    open(shelf({ reading: [] }));
    await screen.findByText(/从想读里挑一本/);
  });

  it('without a book that is wanted, tells where to find one', async () => {
    open(shelf({ reading: [], want: page('want') }));
    await screen.findByText(/找到想读的书/);
    expect(screen.queryByText(/从想读里挑一本/)).toBeNull();
  });

  it('empty, says what will be here and how to begin', async () => {
    open(shelf({ reading: [], want: page('want'), finished: page('finished') }));
    await screen.findByText('书架还空着');
    fireEvent.click(screen.getByText('找一本书'));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/search/index' });
  });
});

test('a visitor is offered to join, and nothing that he would be refused', async () => {
  serve({ 'shelf.overview': () => new Refusal('NOT_REGISTERED') });
  show(<ShelfTab />);
  await screen.findByText('去加入支部');
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['去加入支部']);
});

it('offline, who has seen nothing but 书架 is told what still works', async () => {
  serve({ 'shelf.overview': () => shelf() });
  show(<ShelfPage />);
  await screen.findByText('三体：黑暗森林');
  act(() => setOnline(false));
  expect(screen.getByText(/^现在离线/).textContent).toContain('记一笔');
  setOnline(true);
});
