import { learnClock, serverNow } from '@/shared/call/clock';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a phone whose clock is a day ahead still knows the server’s time', () => {
  const real = Date.now() - 86_400_000;
  learnClock({ now: real });
  expect(serverNow()).toBe(real);
  learnClock({ anything: 1 });
  learnClock(null);
  expect(serverNow()).toBe(real);
  jest.advanceTimersByTime(3000);
  expect(serverNow()).toBe(real + 3000);
  learnClock({ now: Date.now() });
});
