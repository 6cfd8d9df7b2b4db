import { join, resolve } from 'node:path';
import type { ComponentType } from 'react';
import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import App from '@/app';
import { declared, routeNames } from '@/routes/table';
import { usePersona } from '@/shared/backend/local/personas';
import { cacheReply, cachedReply } from '@/shared/call/reply-cache';
import { useQueryCall } from '@/shared/call/query';
import { useDraft } from '@/shared/draft/useDraft';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { book } from '../support/facts';
import { freshPhone, lost, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

let pagesFail = false;
jest.mock('@/shared/ui/Page/Page', () => {
  const real = jest.requireActual<{ Page: ComponentType }>('@/shared/ui/Page/Page');
  return {
    Page: (props: object) => {
      if (pagesFail) throw new Error('cannot be drawn');
      return <real.Page {...props} />;
    },
  };
});

const BROKEN = '这一页没能打开';
const routes = routeNames.map((name) => join('src', declared(name).path, 'index'));

beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'anna' });
  // React tells of every error that a boundary caught.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  pagesFail = false;
});
afterEach(() => jest.restoreAllMocks());

test.each(routes)('%s is never blank: what cannot be drawn ends in words and a way back', (route) => {
  const { default: Screen } = jest.requireActual<{ default: ComponentType }>(resolve(route));
  serve({});
  pagesFail = true;
  show(<Screen />);
  expect(screen.getByText(BROKEN)).toBeTruthy();
  expect(screen.getByText('重新加载')).toBeTruthy();
  expect(screen.getByText('回到今日')).toBeTruthy();
});

test('so is the app itself', () => {
  const Failing = () => {
    throw new Error('cannot be drawn');
  };
  serve({});
  show(
    <App>
      <Failing />
    </App>,
  );
  expect(screen.getByText(BROKEN)).toBeTruthy();
});

const Titled = asPage('bookDetail', function Titled() {
  const { data } = useQueryCall('book.get', { bookId: 'b1' });
  // In the page itself, before any frame.
  return <span>{data?.book.title.slice(0, 9)}</span>;
});

describe('a kept reply that cannot be drawn', () => {
  beforeEach(() => cacheReply('anna', 'book.get', { bookId: 'b1' }, { book: { title: null } }));

  test('is dropped, so that 重新加载 and the next launch begin with a new one', async () => {
    serve({
      'book.get': () => ({ book, status: null, version: 1, mayCorrect: false, own: false, recommendations: [] }),
    });
    show(<Titled />);
    expect(screen.getByText(BROKEN)).toBeTruthy();
    await waitFor(() =>
      expect(cachedReply('anna', 'book.get', { bookId: 'b1' })).not.toEqual({ book: { title: null } }),
    );
    fireEvent.click(screen.getByText('重新加载'));
    await screen.findByText(book.title);
  });

  test('is dropped offline too, and no other page loses anything', () => {
    serve({ 'book.get': () => lost });
    cacheReply('anna', 'home.today', {}, { day: '20261101' });
    show(<Titled />);
    expect(cachedReply('anna', 'book.get', { bookId: 'b1' })).toBeUndefined();
    expect(cachedReply('anna', 'home.today', {})).toEqual({ day: '20261101' });
    fireEvent.click(screen.getByText('重新加载'));
    expect(screen.queryByText(BROKEN)).toBeNull();
  });
});

test('a draft that cannot be drawn is only dropped when the person says so', () => {
  const Form = asPage('bookDetail', function Form() {
    const draft = useDraft('form', { parts: ['一'] });
    return <span>{draft.value.parts.map((part) => part.trim()).join('，')}</span>;
  });
  Taro.setStorageSync('draft:anna:form', JSON.stringify({ parts: [5] }));
  serve({});
  show(<Form />);
  fireEvent.click(screen.getByText('重新加载'));
  expect(Taro.getStorageSync('draft:anna:form')).toBeTruthy();
  fireEvent.click(screen.getByText('清掉这一页的草稿再试'));
  expect(screen.getByText('一')).toBeTruthy();
});
