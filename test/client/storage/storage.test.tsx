import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { isDay } from '@contract/day';
import { usePersona } from '@/shared/backend/local/personas';
import { useDraft } from '@/shared/draft/useDraft';
import { queued } from '@/queued';
import type * as Outbox from '@/shared/outbox/outbox';
import { store } from '@/shared/storage';
import { Page } from '@/shared/ui/Page/Page';
import { fillPhone, freshPhone, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: 'youth' });
});
afterEach(() => jest.restoreAllMocks());

function Form() {
  const draft = useDraft('form', { text: '' });
  return (
    <Page title="表单">
      <input
        aria-label="text"
        value={draft.value.text}
        onChange={(typed) => draft.change(() => ({ text: typed.target.value }))}
      />
    </Page>
  );
}
const type = (value: string) => fireEvent.change(screen.getByLabelText('text'), { target: { value } });
const told = () => screen.queryByText(/手机存储已满/);

test('on a full phone one goes on typing, and is told once what it means', () => {
  show(<Form />);
  const makeRoom = fillPhone();
  type('写');
  type('写了');
  expect(screen.getByLabelText<HTMLInputElement>('text').value).toBe('写了');
  expect(told()).toBeTruthy();
  fireEvent.click(screen.getByText('知道了'));
  type('写了一半');
  expect(told()).toBeNull();
  makeRoom();
});

test('storing says whether it did', () => {
  expect(store('a', 1)).toBe(true);
  const makeRoom = fillPhone();
  expect(store('a', 2)).toBe(false);
  makeRoom();
});

/** Modules that read the phone while they load: were one to throw, the app would be blank at every launch. */
const atLaunch = [
  '@/shared/call/clock',
  '@/shared/ui/Page/type-scale',
  '@/shared/backend/local/personas',
  '@/features/checkin/in-hand',
  '@/shared/draft/storage',
  '@/shared/outbox/outbox',
];
test.each(atLaunch)('%s loads on a phone whose storage cannot be read', (module) => {
  for (const name of ['getStorageSync', 'setStorageSync', 'removeStorageSync', 'getStorageInfoSync'] as const) {
    jest.spyOn(Taro, name).mockImplementation(() => {
      throw new Error(`${name}:fail`);
    });
  }
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }));
    expect(() => jest.requireActual<object>(module)).not.toThrow();
    jest.dontMock('@tarojs/taro');
  });
});

const anything = [5, -1, 1e300, true, 'text', [], [null], {}, { offset: 'x', since: 1 }, { offset: 1e300, since: 0 }];
test.each(anything)('whatever an older version left there (%j), each of them loads, and the day is known', (left) => {
  jest.spyOn(Taro, 'getStorageSync').mockReturnValue(left);
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }));
    for (const module of atLaunch) expect(() => jest.requireActual<object>(module)).not.toThrow();
    const { today } = jest.requireActual<{ today: () => string }>('@/shared/call/clock');
    expect(isDay(today())).toBe(true);
    const { useOutbox, startOutbox } = jest.requireActual<typeof Outbox>('@/shared/outbox/outbox');
    startOutbox(queued);
    expect(useOutbox.getState()).toEqual({ waiting: [], refused: [] });
    jest.dontMock('@tarojs/taro');
  });
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(path) ? [path] : [];
  });

test('nothing but shared/storage.ts touches the phone’s storage, so that no read or write is unguarded', () => {
  const direct = /\b(get|set|remove|clear)Storage(Info)?(Sync)?\b/;
  const touching = sources('src').filter((file) => direct.test(readFileSync(file, 'utf8')));
  expect(touching).toEqual([join('src', 'shared', 'storage.ts')]);
});
