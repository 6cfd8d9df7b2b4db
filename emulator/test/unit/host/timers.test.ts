import type { FunctionHost } from '../../../src/functions/host';
import type { TimerConfig } from '../../../src/functions/types';
import { TimerService } from '../../../src/timers/service';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const yearly: TimerConfig = { name: 'yearly', cron: '0 0 0 1 1 * *' };
const wrong: TimerConfig = { name: 'wrong', cron: '0 0 0 32 1 * *' };

function serviceOf(timers: () => TimerConfig[]): TimerService {
  const functions = { configs: () => new Map([['job', { timers: timers() }]]) } as unknown as FunctionHost;
  return new TimerService({ functions, scheduled: true, wechatToken: false, now: Date.now, log: () => undefined });
}

test('a start that is refused for one schedule leaves no timer of the others behind', () => {
  expect(() => serviceOf(() => [yearly, wrong]).start()).toThrow('32');
  expect(jest.getTimerCount()).toBe(0);
});

test('a schedule that became wrong costs no timer, however often it is looked at again', async () => {
  let declared = [yearly];
  const service = serviceOf(() => declared);
  await service.start();
  const before = jest.getTimerCount();
  declared = [yearly, { ...yearly, name: 'added' }, wrong];
  jest.advanceTimersByTime(60_000);
  expect(jest.getTimerCount()).toBe(before);
  await service.stop();
  expect(jest.getTimerCount()).toBe(0);
});

test('firing by hand after the stop is refused, and sets no timer going again', async () => {
  const service = serviceOf(() => [yearly]);
  await service.start();
  await service.stop();
  await expect(service.fire('yearly')).rejects.toMatchObject({ code: 'SYS_ERR', message: 'emulator is stopping' });
  expect(jest.getTimerCount()).toBe(0);
});
