import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AddBookForm } from '@/features/book/AddBookForm';
import SearchPage from '@/packages/book/search';
import { book, otherBook } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));

/** As one types without stopping to think. */
const BETWEEN_KEYS_MS = 60;

const type = (value: string) => fireEvent.change(screen.getByLabelText(/^书名、作者/), { target: { value } });

beforeEach(() => {
  freshPhone();
  jest.clearAllMocks();
});
afterEach(() => jest.useRealTimers());

describe('finding a book', () => {
  it('asks once for what was typed in one go', async () => {
    jest.useFakeTimers();
    serve({ 'book.search': () => ({ items: [book], next: null }) });
    show(<SearchPage />);
    for (const typed of ['万', '万历', '万历十']) {
      type(typed);
      act(() => void jest.advanceTimersByTime(BETWEEN_KEYS_MS));
    }
    await screen.findByText(/黄仁宇/);
    expect(sent('book.search')).toEqual([{ q: '万历十' }]);
  });

  it.each([
    ['9787108009822', /校验位不对/],
    ['9771000000003', '这是期刊的刊号（ISSN），不是 ISBN；也可以写书名来找'],
    ['0000000000', '这是占位的号码，不是真的 ISBN；也可以写书名来找'],
    ['10019·2171', '这是旧的统一书号，书目里没有记它；请写书名或作者来找'],
    ['统一书号：10019·2171', '这是旧的统一书号，书目里没有记它；请写书名或作者来找'],
  ])('for a number that no book has, nothing is asked and no book is offered to be added: %s', (number, said) => {
    jest.useFakeTimers();
    serve({});
    show(<SearchPage />);
    type(number);
    act(() => void jest.advanceTimersByTime(2000));
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByText('添加这本书')).toBeNull();
    expect(sent('book.search')).toHaveLength(0);
  });

  it('carries what was typed to the page that adds a book', async () => {
    serve({ 'book.search': () => ({ items: [], next: null }) });
    show(<SearchPage />);
    type('没有的书');
    fireEvent.click(await screen.findByText('添加这本书'));
    expect(taro.navigateTo).toHaveBeenCalledWith({
      url: `/packages/book/add/index?title=${encodeURIComponent('没有的书')}`,
    });
  });

  it('says what happened without a network and tries again on demand', async () => {
    let online = false;
    serve({ 'book.search': () => (online ? { items: [book], next: null } : lost) });
    show(<SearchPage />);
    type('万历');
    const again = await screen.findByText('再试一次');
    online = true;
    fireEvent.click(again);
    await screen.findByText(/黄仁宇/);
  });

  it('starts from the words it was opened with', async () => {
    serve({ 'book.search': () => ({ items: [book], next: null }) });
    freshPhone({ q: encodeURIComponent('万历') });
    show(<SearchPage />);
    await screen.findByText(/黄仁宇/);
    expect(sent('book.search')).toEqual([{ q: '万历' }]);
  });
});

describe('adding a book', () => {
  const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('starts from what was searched for, an ISBN in its own field', () => {
    serve({});
    show(<AddBookForm typed="978-7-5063-6543-7" onAdded={jest.fn()} />);
    expect(screen.getByLabelText<HTMLInputElement>(/^ISBN/).value).toBe('9787506365437');
    expect(screen.getByLabelText<HTMLInputElement>(/^书名/).value).toBe('');
  });

  it('sends no ISBN that is wrong or half typed', () => {
    serve({});
    show(<AddBookForm typed="活着" onAdded={jest.fn()} />);
    fill(/^作者/, '余华');
    fill(/^ISBN/, '97875063');
    fireEvent.click(screen.getByText('添加'));
    expect(sent('book.add')).toHaveLength(0);
    expect(screen.getByText(/ISBN 不完整/)).toBeTruthy();
  });

  it('sends the thirteen digits of an old ISBN, and leaves empty fields out', async () => {
    serve({ 'book.add': () => ({ book: otherBook }) });
    const added = jest.fn();
    show(<AddBookForm typed="活着" onAdded={added} />);
    fill(/^作者/, '余华');
    fill(/^ISBN/, '7-5063-6543-X');
    fireEvent.click(screen.getByText('添加'));
    await waitFor(() => expect(added).toHaveBeenCalledWith(otherBook));
    expect(sent('book.add')[0]).toEqual({
      title: '活着',
      author: '余华',
      isbn: '9787506365437',
      commandId: expect.any(String) as string,
    });
  });

  it('shows what the server refuses at its field and keeps the rest', async () => {
    serve({ 'book.add': () => new Refusal('BAD_INPUT', [{ path: 'author', message: '作者里有无法识别的字符' }]) });
    show(<AddBookForm typed="活着" onAdded={jest.fn()} />);
    fill(/^作者/, '余华');
    fireEvent.click(screen.getByText('添加'));
    await screen.findByText('作者里有无法识别的字符');
    expect(screen.getByLabelText<HTMLInputElement>(/^书名/).value).toBe('活着');
  });
});
