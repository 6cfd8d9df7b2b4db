import Taro from '@tarojs/taro';
import fc from 'fast-check';
import { actions, type ActionName } from '@contract/registry';
import { offlineOf } from '@contract/offline';
import { usePersona } from '@/shared/backend/local/personas';
import { learnClock } from '@/shared/call/clock';
import {
  amendCached,
  forgetReply,
  forgetPerson,
  cacheReply,
  cachedReply,
  sweepReplies,
} from '@/shared/call/reply-cache';
import { MOST, ROOM_BYTES } from '@/shared/call/reply-cache-room';
import { store } from '@/shared/storage';
import { fillPhone, freshPhone } from '../support/screen';

const DAY_MS = 86_400_000;
const me = 'anna';
const keys = () => Taro.getStorageInfoSync().keys;
const bytesStored = () =>
  keys().reduce((sum, key) => sum + Buffer.byteLength(JSON.stringify(Taro.getStorageSync(key))), 0);

beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: me });
});
afterEach(() => {
  process.env.TARO_APP_CONTRACT = '';
  learnClock({ now: Date.now() });
  jest.restoreAllMocks();
});

const notKept = (Object.keys(actions) as ActionName[]).filter((name) => !offlineOf(name));
test.each(notKept)('of %s nothing is kept, whatever was seen', (action) => {
  cacheReply(me, action, {}, { name: '别人的名字' });
  expect(keys()).toEqual([]);
  expect(cachedReply(me, action, {})).toBeUndefined();
});

test('a reply of another version of the contract is not shown, and gone at the next launch', () => {
  cacheReply(me, 'home.today', {}, { day: '20261101' });
  process.env.TARO_APP_CONTRACT = 'another';
  expect(cachedReply(me, 'home.today', {})).toBeUndefined();
  sweepReplies();
  expect(keys().filter((key) => key.startsWith('reply:'))).toEqual([]);
});

test('a reply is kept for thirty days, however often a command changes it, and is gone at the launch after', () => {
  cacheReply(me, 'home.today', {}, { day: '1' });
  learnClock({ now: Date.now() + 29 * DAY_MS });
  amendCached<{ day: string }>(me, 'home.today', {}, () => ({ day: '2' }));
  expect(cachedReply(me, 'home.today', {})).toEqual({ day: '2' });
  learnClock({ now: Date.now() + 31 * DAY_MS });
  expect(cachedReply(me, 'home.today', {})).toBeUndefined();
  sweepReplies();
  expect(keys().filter((key) => key.startsWith('reply:'))).toEqual([]);
});

test('what older versions of the app left, names and answers among it, is removed at launch', () => {
  Taro.setStorageSync('kept', ['kept:me:event.roster:{"id":"e1"}']);
  Taro.setStorageSync('kept:me:event.roster:{"id":"e1"}', { data: { items: [{ name: '林晓' }] } });
  Taro.setStorageSync('draft:me:feedback', '"写了一半"');
  sweepReplies();
  expect(keys()).toEqual(['draft:me:feedback']);
});

test.each([5, 'text', null, [], {}, { version: '', at: 'x', data: {} }, { version: '', at: 1e15, data: {} }])(
  'a damaged copy (%j) counts as none',
  (damaged) => {
    cacheReply(me, 'home.today', {}, { day: '1' });
    const key = keys().find((one) => one.startsWith('reply:')) ?? '';
    Taro.setStorageSync(key, damaged);
    expect(cachedReply(me, 'home.today', {})).toBeUndefined();
    for (const index of [damaged, { version: '', entries: [damaged] }]) {
      Taro.setStorageSync('replies', index);
      cacheReply(me, 'me.session', {}, { day: '2' });
    }
    cacheReply(me, 'home.today', {}, { day: '2' });
    sweepReplies();
    expect(cachedReply(me, 'home.today', {})).toEqual({ day: '2' });
  },
);

test('what a person writes has room on a full phone as long as there are replies to give up', () => {
  for (let id = 0; id < 5; id++) cacheReply(me, 'book.get', { bookId: `b${id}` }, { id });
  cacheReply(me, 'home.today', {}, { day: '1' });
  const real = Taro.setStorageSync.bind(Taro);
  jest.spyOn(Taro, 'setStorageSync').mockImplementation((key: string, value: unknown) => {
    if (key !== 'replies' && keys().filter((one) => one.startsWith('reply:')).length > 3) throw new Error('full');
    return real(key, value);
  });
  expect(store('draft:anna:form', '"写了"')).toBe(true);
  expect(cachedReply(me, 'home.today', {})).toEqual({ day: '1' });
});

test('on a phone without any room the app goes on without keeping', () => {
  cacheReply(me, 'home.today', {}, { day: '1' });
  const makeRoom = fillPhone();
  cacheReply(me, 'home.today', {}, { day: '2' });
  cacheReply(me, 'book.get', { bookId: 'b1' }, { id: 1 });
  makeRoom();
  expect(cachedReply(me, 'book.get', { bookId: 'b1' })).toBeUndefined();
});

describe('after any sequence of replies, refusals and launches', () => {
  const pinned = ['me.session', 'home.today', 'shelf.overview'] as const;
  const seen = ['book.get', 'event.get', 'recommendation.get', 'checkin.month'] as const;
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('seen'),
        action: fc.constantFrom(...seen),
        id: fc.nat(60),
        size: fc.nat(120_000),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('pinned'), action: fc.constantFrom(...pinned), size: fc.nat(90_000) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('others'), action: fc.constantFrom(...notKept) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('refused'), action: fc.constantFrom(...pinned) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('otherPerson'), action: fc.constantFrom(...pinned) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('disabled', 'launch') }) },
  );
  type Step = { do: string; action?: ActionName; id?: number; size?: number };

  /** What the first screens must still show. */
  const run = (steps: Step[]): Map<string, object> => {
    const shown = new Map<string, object>();
    for (const [at, { do: what, action = 'home.today', id, size = 0 }] of steps.entries()) {
      const data = { at, text: '读'.repeat(size) };
      if (what === 'seen') cacheReply(me, action, { id }, data);
      if (what === 'others') cacheReply(me, action, {}, { name: '别人的名字' });
      if (what === 'otherPerson') cacheReply('ben', action, {}, data);
      if (what === 'launch') sweepReplies();
      if (what === 'pinned') {
        cacheReply(me, action, {}, data);
        shown.set(action, data);
      }
      if (what === 'refused') {
        forgetReply(me, action, {});
        shown.delete(action);
      }
      if (what === 'disabled') {
        forgetPerson(me);
        shown.clear();
      }
    }
    return shown;
  };

  test('first screens are still there, the phone stays within bounds, and nothing of other people is on it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 80 }), (steps) => {
        freshPhone();
        const shown = run(steps);
        for (const [action, data] of shown) expect(cachedReply(me, action as ActionName, {})).toEqual(data);
        expect(pinned.filter((action) => cachedReply(me, action, {}) !== undefined).sort()).toEqual(
          [...shown.keys()].sort(),
        );
        expect(keys().filter((key) => key.startsWith('reply:')).length).toBeLessThanOrEqual(MOST);
        expect(bytesStored()).toBeLessThanOrEqual(ROOM_BYTES + 20_000);
        for (const key of keys()) expect(JSON.stringify(Taro.getStorageSync(key))).not.toContain('别人的名字');
      }),
      { numRuns: 60 },
    );
  });

  test('forty-two characters typed into the search put nothing out', () => {
    for (const action of pinned) cacheReply(me, action, {}, { action });
    for (let typed = 1; typed <= 42; typed++)
      cacheReply(me, 'book.search', { q: '万'.repeat(typed) }, { items: [], next: null });
    for (let id = 0; id < 100; id++) cacheReply(me, 'book.get', { bookId: `b${id}` }, { id });
    for (const action of pinned) expect(cachedReply(me, action, {})).toEqual({ action });
  });
});
