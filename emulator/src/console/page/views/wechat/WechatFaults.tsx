import type { ReactNode } from 'react';
import { OPEN_APIS, type Fault, type OpenApiName } from '../../../../wechat/types';
import type { SectionProps } from './section';

const NAMES: Record<OpenApiName, string> = {
  'security.msgSecCheck': '文字检测',
  'security.mediaCheckAsync': '图片与音频检测',
  'subscribeMessage.send': '发订阅消息',
  'wxacode.getUnlimited': '小程序码（不限数量）',
  'wxacode.get': '小程序码',
  'wxacode.createQRCode': '小程序二维码',
  'phonenumber.getPhoneNumber': '手机号',
  'customerServiceMessage.send': '客服消息',
};

const FAULTS: readonly (readonly [Fault | '', string])[] = [
  ['', '正常'],
  ['down', '系统繁忙（-1）'],
  ['timeout', '没有应答（-604102）'],
  ['quota', '超过调用次数（45009）'],
];

/** Lets one interface fail, whatever it is asked. */
export function WechatFaults({ data, change }: SectionProps): ReactNode {
  const { faults } = data.settings;
  const set = (api: OpenApiName, fault: Fault | ''): void => {
    const others = Object.fromEntries(Object.entries(faults).filter(([name]) => name !== api));
    change({ faults: fault === '' ? others : { ...others, [api]: fault } });
  };
  const { phoneNumber, everyoneWrote } = data.settings;
  return (
    <section>
      <h2>手机号与客服消息</h2>
      <ul className="switches">
        <li>
          <label>
            <input
              type="checkbox"
              checked={phoneNumber === null}
              onChange={(event) => change({ phoneNumber: event.target.checked ? null : '13800000000' })}
            />
            <span>手机号凭证一律无效（40029）</span>
          </label>
        </li>
        <li>
          <label>
            <input
              type="checkbox"
              checked={everyoneWrote}
              onChange={(event) => change({ everyoneWrote: event.target.checked })}
            />
            <span>视为人人 48 小时内来信过，可发客服消息（否则 45015）</span>
          </label>
        </li>
      </ul>
      <h2>让接口出错</h2>
      <ul className="switches">
        {OPEN_APIS.map((api) => (
          <li key={api}>
            <label>
              <span>
                {NAMES[api]} <small className="mono">{api}</small>
              </span>
              <select
                className={faults[api] === undefined ? undefined : 'warn-text'}
                value={faults[api] ?? ''}
                onChange={(event) => set(api, event.target.value as Fault | '')}
              >
                {FAULTS.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
