import type { WechatConfig } from './config';
import type { Records } from './records';
import type { WechatSettings } from './types';

const DEFAULTS: WechatSettings = {
  moderation: 'pass',
  rules: [],
  everyoneConsents: false,
  phoneNumber: '13800000000',
  everyoneWrote: false,
  faults: {},
  pushFunction: null,
  mediaDelayMs: null,
};

const ID = 'tester';

/** What a tester switched; kept in the data folder. What the operator gives at a start goes before it. */
export class Settings {
  private value: WechatSettings;

  constructor(
    private readonly records: Records,
    { pushFunction, mediaDelayMs }: WechatConfig,
    /** The delay where nobody says another. */
    usualDelayMs: number | null,
  ) {
    this.value = {
      ...DEFAULTS,
      mediaDelayMs: usualDelayMs,
      ...records.get<Partial<WechatSettings>>('setting', ID)?.value,
      ...(pushFunction === undefined ? {} : { pushFunction }),
      ...(mediaDelayMs === undefined ? {} : { mediaDelayMs }),
    };
  }

  current(): WechatSettings {
    return this.value;
  }

  change(part: Partial<WechatSettings>): void {
    const value = { ...this.value, ...part };
    this.records.put('setting', ID, 0, value);
    this.value = value;
  }

  /** What is not as WeChat would have it, in words for the operator: a forgotten switch must not surprise him. */
  unusual(): string[] {
    const { moderation, rules, everyoneConsents, everyoneWrote, phoneNumber, faults } = this.value;
    return [
      ...(moderation === 'pass' ? [] : [`内容安全：${moderation}`]),
      ...(rules.length > 0 ? [`内容安全按词规则 ${rules.length} 条`] : []),
      ...(everyoneConsents ? ['订阅消息：视为人人已同意'] : []),
      ...(everyoneWrote ? ['客服消息：视为人人都来信过'] : []),
      ...(phoneNumber === null ? ['手机号：凭证一律无效'] : []),
      ...Object.entries(faults).map(([api, fault]) => `${api}：${fault}`),
    ];
  }
}
