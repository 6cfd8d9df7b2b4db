import Taro from '@tarojs/taro';
import { gateway, usePersona } from './personas';

/** Stands in for WeChat's question; the local cloud keeps count of what was agreed to, as WeChat does. */
export async function askConsent(templateIds: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { confirm } = await Taro.showModal({
    title: '允许发送消息？',
    content: `微信会在这里逐项询问，共 ${templateIds.length} 项，各一条。`,
    confirmText: '允许',
    cancelText: '拒绝',
  });
  const answers = Object.fromEntries(templateIds.map((id) => [id, confirm ? 'accept' : 'reject']));
  try {
    const response = await Taro.request<Record<string, unknown>>({
      url: `${gateway}/emulator/wechat/consent`,
      method: 'POST',
      header: { 'content-type': 'application/json', 'x-emulator-persona': usePersona.getState().id ?? '' },
      data: { tmplIds: templateIds, answers },
    });
    return response.data;
  } catch {
    return {};
  }
}
