import { act, fireEvent, screen } from '@testing-library/react';
import { greetingAt } from '@/features/home/Greeting';
import { pathTo } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Page } from '@/shared/ui/Page/Page';
import { TextField } from '@/shared/ui/TextField/TextField';
import { chooseType } from '@/shared/ui/Page/type-scale';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { keepWhile, snackbar } from '@/shared/ui/Snackbar/snackbar';
import { usePersona } from '@/shared/backend/local/personas';
import { freshPhone, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'youth' });
});

test('投诉建议 is one tap from every tab', () => {
  show(
    <Page tab title="书架">
      内容
    </Page>,
  );
  fireEvent.click(screen.getByText('投诉建议'));
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/about/feedback/index' });
});

test('a message with 撤销 undoes once and goes', () => {
  const undo = jest.fn();
  show(<Page>内容</Page>);
  act(() => snackbar('已移除', { undo }));
  fireEvent.click(screen.getByText('撤销'));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('已移除')).toBeNull();
});

test('the place where a message is said is there before it, and 撤销 stands outside of it', () => {
  show(<Page>内容</Page>);
  const place = screen.getByRole('status');
  expect(place.textContent).toBe('');
  act(() => snackbar('已移除', { undo: jest.fn() }));
  expect(screen.getByRole('status')).toBe(place);
  expect(place.textContent).toBe('已移除');
});

test('a message with 撤销 stays twice as long, and for as long as somebody is at it', () => {
  jest.useFakeTimers();
  let atIt = true;
  keepWhile(() => atIt);
  show(<Page>内容</Page>);
  act(() => snackbar('已移除', { undo: jest.fn() }));
  act(() => void jest.advanceTimersByTime(11_000));
  expect(screen.getByText('撤销')).toBeTruthy();
  act(() => void jest.advanceTimersByTime(20_000));
  expect(screen.getByText('撤销')).toBeTruthy();
  atIt = false;
  act(() => void jest.advanceTimersByTime(2000));
  expect(screen.queryByText('撤销')).toBeNull();
  jest.useRealTimers();
});

test('a page and its sections are headings', () => {
  show(
    <Page tab title="书架">
      <Section title="想读">内容</Section>
    </Page>,
  );
  expect(screen.getByRole('heading', { level: 1, name: '书架' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: '想读' })).toBeTruthy();
});

test('a row that leads elsewhere shows it; one that does something here looks it in another way', () => {
  const { rerender } = show(<Row title="关于" onClick={jest.fn()} />);
  const row = () => screen.getByRole('button');
  expect(row().className).toContain('sx-row--leads');
  rerender(<Row title="取消活动" stays onClick={jest.fn()} />);
  expect(row().className).not.toContain('sx-row--leads');
  expect(row().className).toContain('sx-row--stays');
});

test('a message leaves by itself after six seconds; a newer one is not cut short by it', () => {
  jest.useFakeTimers();
  show(<Page>内容</Page>);
  act(() => snackbar('第一条'));
  act(() => void jest.advanceTimersByTime(4000));
  act(() => snackbar('第二条'));
  act(() => void jest.advanceTimersByTime(4000));
  expect(screen.getByText('第二条')).toBeTruthy();
  act(() => void jest.advanceTimersByTime(2000));
  expect(screen.queryByText('第二条')).toBeNull();
  jest.useRealTimers();
});

test('a button at work takes no second tap', () => {
  const onClick = jest.fn();
  show(
    <Button loading onClick={onClick}>
      提交
    </Button>,
  );
  fireEvent.click(screen.getByText('提交'));
  expect(onClick).not.toHaveBeenCalled();
});

test('type is never set smaller than standard nor larger than one and a half', () => {
  const root = () => document.querySelector('.sx-page')?.getAttribute('data-style');
  const page = show(<Page>内容</Page>);
  act(() => chooseType(3));
  expect(root()).toBe('--type:1.5');
  act(() => chooseType(0.5));
  expect(root()).toBe('--type:1');
  act(() => chooseType(0));
  page.unmount();
});

test('addresses are encoded and leave out what is not given', () => {
  expect(pathTo('bookSearch', { q: '活着&你' })).toBe(`/packages/book/search/index?q=${encodeURIComponent('活着&你')}`);
  expect(pathTo('recommend', { id: undefined, bookId: 'b1' })).toBe(
    '/packages/organise/recommendation/write/index?bookId=b1',
  );
});

test('greets by the clock in Shanghai', () => {
  expect(greetingAt(Date.UTC(2026, 10, 22, 23))).toBe('早上好');
  expect(greetingAt(Date.UTC(2026, 10, 23, 12))).toBe('晚上好');
});

test('a field counts what a person sees when it comes near the end, cuts no emoji off, and says how much is too much', () => {
  const families = '👨‍👩‍👧‍👦'.repeat(10);
  const { rerender } = show(<TextField label="荐语" multiline max={12} value={families} onChange={jest.fn()} />);
  expect(screen.getByText('10/12')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('荐语').maxLength).toBeGreaterThanOrEqual(families.length);
  rerender(<TextField label="荐语" max={20} value={'𠮷'.repeat(20)} onChange={jest.fn()} />);
  expect(screen.queryByText(/最多/)).toBeNull();
  rerender(<TextField label="荐语" max={20} value={'𠮷'.repeat(21)} onChange={jest.fn()} />);
  expect(screen.getByText('最多 20 字，现在 21 字')).toBeTruthy();
});
