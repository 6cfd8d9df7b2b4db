import { learnClock, serverNow } from '@/shared/call/clock';

test('a phone whose clock is a day ahead still knows the server’s time', () => {
  const real = Date.now() - 86_400_000;
  learnClock({ now: real });
  expect(Math.abs(serverNow() - real)).toBeLessThan(1000);
  learnClock({ anything: 1 });
  learnClock(null);
  expect(Math.abs(serverNow() - real)).toBeLessThan(1000);
  learnClock({ now: Date.now() });
});
