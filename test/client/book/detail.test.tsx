import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ActionOutput } from '@contract/registry';
import { dayOf } from '@contract/day';
import BookPage from '@/packages/book/detail';
import { dayText } from '@/shared/dayText';
import { book, recommendation } from '../support/facts';
import { freshPhone, lost, Refusal, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
jest.mock('@backend/PersonaSwitch', () => ({ PersonaWelcome: () => null }));

type Got = ActionOutput<'book.get'>;
const got = (over: Partial<Got> = {}): Got => ({
  book,
  status: 'reading',
  version: 0,
  mayCorrect: false,
  own: false,
  recommendations: [recommendation],
  ...over,
});
const notes = [
  { day: '20251103', note: '第一句' },
  { day: '20250807', note: '更早的一句' },
];
const open = (over: Partial<Got> = {}, written: typeof notes = notes) => {
  serve({ 'book.get': () => got(over), 'checkin.ofBook': () => ({ items: written, next: null }) });
  show(<BookPage />);
};
beforeEach(() => freshPhone({ id: 'b1' }));

describe('the page of a book', () => {
  it('shows what was said of it, by whom and when, and leads to the questions', async () => {
    open();
    await screen.findByText(recommendation.reason);
    expect(screen.getByText('林书记')).toBeTruthy();
    expect(screen.getByText('团市委')).toBeTruthy();
    expect(screen.getByText(`· ${dayText(dayOf(recommendation.publishAt))}`)).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '导读问题，团市委 林书记' }));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/recommendation/index?id=r1' });
  });

  it('shows what I wrote with its day, which leads to that day’s record', async () => {
    open();
    await screen.findByText('第一句');
    expect(screen.getByText('只有您自己看得到')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '2025年8月7日' }));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/checkin/month/index?month=202508&day=20250807',
    });
  });

  it('asks for both at the same time, each once', async () => {
    open();
    expect([sent('book.get'), sent('checkin.ofBook')]).toEqual([[{ bookId: 'b1' }], [{ bookId: 'b1' }]]);
    await screen.findByText('第一句');
    expect(sent('checkin.ofBook')).toHaveLength(1);
  });

  it('says where words will be when nobody has written any', async () => {
    open({ recommendations: [] }, []);
    await screen.findByText('还没有荐语');
    await screen.findByText('还没有写过');
  });

  it('asks for no words about a book that is not being read, and keeps those of before', async () => {
    open({ status: null }, []);
    await screen.findByText('还不在您的书架上');
    expect(screen.queryByText('我写的')).toBeNull();
  });

  it('keeps the words of a book that left the shelf', async () => {
    open({ status: null });
    await screen.findByText('第一句');
  });

  it('stays when what I wrote cannot be had, and tries again on demand', async () => {
    let online = false;
    serve({ 'book.get': () => got(), 'checkin.ofBook': () => (online ? { items: notes, next: null } : lost) });
    show(<BookPage />);
    const again = await screen.findByText('再试一次');
    online = true;
    fireEvent.click(again);
    await screen.findByText('第一句');
    expect(screen.getByText(recommendation.reason)).toBeTruthy();
  });

  it('a book that is not there shows no words either', async () => {
    serve({ 'book.get': () => new Refusal('BOOK_NOT_FOUND'), 'checkin.ofBook': () => ({ items: notes, next: null }) });
    show(<BookPage />);
    await waitFor(() => expect(screen.queryByText('第一句')).toBeNull());
  });

  it('a book that is gone leads on to another', async () => {
    serve({ 'book.get': () => new Refusal('BOOK_NOT_FOUND'), 'checkin.ofBook': () => ({ items: [], next: null }) });
    show(<BookPage />);
    fireEvent.click(await screen.findByRole('button', { name: '去找书' }));
    expect(taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/book/search/index' });
  });

  it('one of the three places is chosen, and that is said', async () => {
    open();
    await screen.findByText(recommendation.reason);
    const chosen = screen.getAllByRole('radio').map((radio) => [radio.textContent, radio.getAttribute('aria-checked')]);
    expect(chosen).toEqual([
      ['想读', 'false'],
      ['在读', 'true'],
      ['读完', 'false'],
    ]);
  });
});

test('a day of this year goes without it, another names it', () => {
  expect(dayText('20261103', '20261129')).toBe('11月3日');
  expect(dayText('20251103', '20261129')).toBe('2025年11月3日');
});
