import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AddBookForm } from '@/features/book/AddBookForm';
import BookPage from '@/packages/book/detail';
import CorrectBookPage from '@/packages/organise/book/correct';
import type { Session } from '@contract/domains/me/actions';
import { book } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));

const seen = { book, status: null, recommendations: [], version: 2, mayCorrect: true, own: false };
const org = { id: 'o1', name: '江城团委', kind: 'committee' as const };
const session = (roles: Session['roles']): Session => ({
  now: 1,
  day: '20261123',
  member: { id: 'm1', name: '江望' },
  orgs: [org],
  roles,
});

/** Somebody who answers for the catalogue. */
const answers: Backend = { 'me.session': () => session([{ role: 'cityAdmin', org }]) };

beforeEach(() => {
  freshPhone({ id: 'b1' });
  jest.clearAllMocks();
});
const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('correcting a book', () => {
  it('is offered on its page to those who answer for it, and to nobody else', async () => {
    serve({ 'book.get': () => seen });
    const page = show(<BookPage />);
    fireEvent.click(await screen.findByText('更正书目信息'));
    expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/organise/book/correct/index?id=b1' });
    page.unmount();
    freshPhone({ id: 'b1' });
    serve({ 'book.get': () => ({ ...seen, mayCorrect: false }) });
    show(<BookPage />);
    await screen.findByText(/黄仁宇/, { selector: '.sx-book-facts__author' });
    expect(screen.queryByText('更正书目信息')).toBeNull();
  });

  it('goes to the first field that is wrong, each time that saving is tried', async () => {
    serve({ ...answers, 'book.get': () => seen });
    show(<CorrectBookPage />);
    await screen.findByText('保存更正');
    fill(/^书名/, '\u200b');
    fireEvent.click(screen.getByText('保存更正'));
    await screen.findByText('请填写书名');
    await waitFor(() => expect(taro.pageScrollTo).toHaveBeenCalled());
    const calls = taro.pageScrollTo.mock.calls.length;
    fireEvent.click(screen.getByText('保存更正'));
    await waitFor(() => expect(taro.pageScrollTo.mock.calls.length).toBeGreaterThan(calls));
  });

  it('starts from what is there, and sends the version that was seen', async () => {
    serve({
      ...answers,
      'book.get': () => seen,
      'book.correct': ({ title }) => ({ book: { ...book, title }, version: 3 }),
    });
    show(<CorrectBookPage />);
    await screen.findByText('保存更正');
    fill(/^书名/, ' 万历十五年（增订本）\u200b');
    fireEvent.click(screen.getByText('保存更正'));
    await waitFor(() => expect(sent('book.correct')).toHaveLength(1));
    expect(sent('book.correct')[0]).toMatchObject({
      bookId: 'b1',
      version: 2,
      title: '万历十五年（增订本）',
      author: '黄仁宇',
      isbn: book.isbn,
    });
  });

  it('says at the field what is wrong, before sending and after', async () => {
    serve({
      ...answers,
      'book.get': () => seen,
      'book.correct': () => new Refusal('ISBN_INVALID', [{ path: 'isbn', message: '这个号码是别的书的' }]),
    });
    show(<CorrectBookPage />);
    await screen.findByText('保存更正');
    fill(/^书名/, '\u3164');
    fireEvent.click(screen.getByText('保存更正'));
    expect(screen.getByText('请填写书名')).toBeTruthy();
    expect(sent('book.correct')).toHaveLength(0);
    fill(/^书名/, '万历');
    fireEvent.click(screen.getByText('保存更正'));
    await screen.findByText('这个号码是别的书的');
  });
});

it.each([
  ['a member', [], /只有您自己看得到/],
  ['an organiser', [{ role: 'branchSecretary' as const, org }], /大家都能找到/],
])('adding a book says who will find it: %s', async (_who, roles, said) => {
  serve({ 'me.session': () => session(roles) });
  show(<AddBookForm typed="没有的书" onAdded={jest.fn()} />);
  await screen.findByText(said);
});
