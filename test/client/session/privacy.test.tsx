import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { PrivacyGate } from '@/shared/privacy/PrivacyGate';
import { freshPhone, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const { TARO_ENV } = process.env;
beforeEach(() => freshPhone());
afterEach(() => {
  process.env.TARO_ENV = TARO_ENV;
  Reflect.deleteProperty(Taro, 'getPrivacySetting');
});

type Asked = Parameters<typeof Taro.getPrivacySetting>[0];
function inWechat(answer: (asked: NonNullable<Asked>) => void): void {
  process.env.TARO_ENV = 'weapp';
  Object.assign(Taro, { getPrivacySetting: answer });
}
const form = (
  <PrivacyGate>
    <output>姓名</output>
  </PrivacyGate>
);

test('in WeChat nothing is asked before the privacy guide is agreed to, and the guide can be read', () => {
  inWechat(({ success }) =>
    success?.({ needAuthorization: true, privacyContractName: '《书香隐私保护指引》', errMsg: 'ok' }),
  );
  show(form);
  expect(screen.queryByText('姓名')).toBeNull();
  expect(screen.getByText('阅读《书香隐私保护指引》')).toBeTruthy();
  fireEvent(screen.getByText('同意'), new Event('agreeprivacyauthorization', { bubbles: true }));
});

test('who has agreed before is not asked again', () => {
  inWechat(({ success }) => success?.({ needAuthorization: false, privacyContractName: '', errMsg: 'ok' }));
  show(form);
  expect(screen.getByText('姓名')).toBeTruthy();
});

test('a WeChat that cannot say, and the browser preview, have nothing to agree to', () => {
  inWechat(({ fail }) => fail?.({ errMsg: 'no' }));
  const { unmount } = show(form);
  expect(screen.getByText('姓名')).toBeTruthy();
  unmount();
  process.env.TARO_ENV = 'h5';
  show(form);
  expect(screen.getByText('姓名')).toBeTruthy();
});
