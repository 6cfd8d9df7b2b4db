import Taro from '@tarojs/taro';
import { watchBrowserNetwork } from '@/shared/browser/network';
import { setOnline, useOnline, watchNetwork } from '@/shared/call/online';

const online = () => useOnline.getState().online;
const says = jest.spyOn(navigator, 'onLine', 'get');
watchBrowserNetwork();
beforeEach(() => setOnline(true));

test('in a browser the network is away and back as soon as the browser says so, without anything being asked', () => {
  window.dispatchEvent(new Event('offline'));
  expect(online()).toBe(false);
  window.dispatchEvent(new Event('online'));
  expect(online()).toBe(true);
});

test('an app that is opened without a network knows it', () => {
  says.mockReturnValue(false);
  watchBrowserNetwork();
  expect(online()).toBe(false);
});

test('what Taro knows of a connection, its speed, is not taken for the network in a browser; a phone is asked', () => {
  const asked = jest.spyOn(Taro, 'onNetworkStatusChange');
  const was = process.env.TARO_ENV;
  process.env.TARO_ENV = 'h5';
  watchNetwork();
  expect(asked).not.toHaveBeenCalled();
  process.env.TARO_ENV = 'weapp';
  watchNetwork();
  expect(asked).toHaveBeenCalledTimes(1);
  process.env.TARO_ENV = was;
});
