import { refusal } from '../errors';
import { requiredText } from '../params';
import type { WechatSettings } from '../types';
import type { OpenApi } from './api';

export interface PhoneNumberOptions {
  settings: () => WechatSettings;
  /** Uses a code up; false where it was used before. */
  useCode: (code: string) => boolean;
  appId: string;
  now: () => number;
}

/**
 * `phonenumber.getPhoneNumber`: `{code}` to `{errcode, errmsg, phone_info}`. Any code is good once and tells the number
 * that the tester chose; without one every code is refused, as one that expired.
 */
export function phoneNumber({ settings, useCode, appId, now }: PhoneNumberOptions): OpenApi {
  return {
    name: 'phonenumber.getPhoneNumber',
    path: '/wxa/business/getuserphonenumber',
    answer(params) {
      const code = requiredText(params, 'code');
      const { phoneNumber: number } = settings();
      if (number === null || !useCode(code)) throw refusal(40029);
      const watermark = { timestamp: Math.floor(now() / 1000), appid: appId };
      const info = { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark };
      return { note: '给出号码', json: { errcode: 0, errmsg: 'ok', phone_info: info } };
    },
  };
}
