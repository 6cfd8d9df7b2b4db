import { act, renderHook } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { useInHand } from '@/features/checkin/in-hand';
import { becomePersona, usePersona } from '@/shared/backend/local/personas';
import { chooseType, useTypeChoice } from '@/shared/ui/Page/type-scale';
import { learnClock, serverNow } from '@/shared/call/clock';
import { readStored } from '@/shared/storage';
import { book, otherBook } from '../support/facts';
import { freshPhone } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const fail = () => {
  throw new Error('setStorageSync:fail the maximum size of the file storage limit is exceeded');
};

beforeEach(() => {
  freshPhone();
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(fail);
});
afterEach(() => jest.restoreAllMocks());

describe('on a phone whose storage is full', () => {
  it('another book is taken in hand', () => {
    const { result } = renderHook(() => useInHand([book, otherBook]));
    act(() => result.current.choose(otherBook));
    expect(result.current.book?.id).toBe(otherBook.id);
  });

  it('a size of text is chosen', () => {
    const { result } = renderHook(useTypeChoice);
    act(() => chooseType(1.25));
    expect(result.current).toBe(1.25);
  });

  it('one becomes another person of the local cloud', () => {
    becomePersona('somebody');
    expect(usePersona.getState().id).toBe('somebody');
  });

  it('the server’s clock is learned', () => {
    const real = Date.now() - 86_400_000;
    learnClock({ now: real });
    expect(Math.abs(serverNow() - real)).toBeLessThan(1000);
  });
});

it('what cannot be read counts as not there, so that the app starts', () => {
  jest.spyOn(Taro, 'getStorageSync').mockImplementation(fail);
  expect(readStored('outbox')).toBeUndefined();
});
