import Taro from '@tarojs/taro';
import { currentWho } from '@backend/identity';
import { DRAFT_LIFE_MS, keep, keepForGood, readKept, sweepDrafts } from '@/shared/draft/storage';
import { storedKeys } from '@/shared/storage';
import { freshPhone } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const NAME = 'checkin:20261101:b1';
const day = 86_400_000;
let now: number;
const later = (ms: number): void => void (now += ms);

beforeEach(() => {
  freshPhone();
  now = Date.UTC(2026, 10, 1);
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

describe('a draft', () => {
  it('is there for thirty days after the last word, and then gone from the phone', () => {
    keep(NAME, { words: '写了一半' });
    later(DRAFT_LIFE_MS - day);
    sweepDrafts();
    expect(readKept(NAME)).toEqual({ words: '写了一半' });
    keep(NAME, { words: '又写了几个字' });
    later(DRAFT_LIFE_MS - 1);
    expect(readKept(NAME)).toEqual({ words: '又写了几个字' });
    later(1);
    expect(readKept(NAME)).toBeUndefined();
    sweepDrafts();
    expect(storedKeys()).toEqual([]);
  });

  it('of an earlier version of the app, which knew no age, is kept for thirty days from now on', () => {
    const key = `draft:${currentWho()}:${NAME}`;
    Taro.setStorageSync(key, JSON.stringify({ words: '旧的' }));
    sweepDrafts();
    expect(readKept(NAME)).toEqual({ words: '旧的' });
    later(DRAFT_LIFE_MS);
    sweepDrafts();
    expect(storedKeys()).toEqual([]);
  });

  it('of somebody else on the same machine goes as well', () => {
    Taro.setStorageSync('draft:anna:form', { at: now, text: '{}' });
    later(DRAFT_LIFE_MS);
    sweepDrafts();
    expect(storedKeys()).toEqual([]);
  });
});

it('answers given before are no draft: they are known for as long as the app is used', () => {
  keepForGood('answers', { 手机: '123' });
  later(10 * DRAFT_LIFE_MS);
  sweepDrafts();
  expect(readKept('answers')).toEqual({ 手机: '123' });
});
