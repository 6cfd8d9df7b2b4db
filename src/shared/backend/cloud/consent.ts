import Taro from '@tarojs/taro';

/**
 * WeChat's question whether it may send one message of each of these templates (three at most), after a tap. By template
 * id: `accept`, or something else. Where WeChat asks nothing (an old version, messages switched off), nothing is agreed to.
 */
export async function askConsent(templateIds: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  try {
    return { ...(await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })) };
  } catch {
    return {};
  }
}
