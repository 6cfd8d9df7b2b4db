import { join, resolve } from 'node:path';
import type { ComponentType } from 'react';
import Taro from '@tarojs/taro';
import { act } from '@testing-library/react';
import App from '@/app';
import { declared, routeNames } from '@/routes/table';
import { usePersona } from '@/shared/backend/local/personas';
import { freshPhone, lost, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

/** What an older version, a newer one or a damaged phone may have left under any name. */
const anything = [5, true, 'text', '{', [], [null], {}, { value: null }, { data: [], at: 'x', parts: [5] }];
const stored = { keys: ['persona', 'outbox:anna', 'draft:anna:x', 'x'], currentSize: 1, limitSize: 10240 };
const routes = routeNames.map((name) => join('src', declared(name).path, 'index'));

beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'anna' });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

test.each(routes)('%s opens in a launched app whatever the phone has stored, never blank', async (route) => {
  const { default: Screen } = jest.requireActual<{ default: ComponentType }>(resolve(route));
  for (const left of anything) {
    freshPhone({ id: 'x1' });
    serve({ 'me.session': () => lost });
    const read = jest.spyOn(Taro, 'getStorageSync').mockReturnValue(left);
    jest.spyOn(Taro, 'getStorageInfoSync').mockReturnValue(stored);
    const { container, unmount } = show(
      <App>
        <Screen />
      </App>,
    );
    await act(() => new Promise((done) => setTimeout(done)));
    expect(read).toHaveBeenCalled();
    expect(container.textContent).not.toBe('');
    unmount();
  }
});
