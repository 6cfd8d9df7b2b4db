import type { ReactNode } from 'react';
import type { WechatOverview } from '../../../../wechat/console';
import { get, messageOf, post } from '../../client';
import { useLoaded } from '../../hooks';
import { Heading, useNotify, View } from '../../parts';
import type { SectionProps } from './section';
import { WechatCalls } from './WechatCalls';
import { WechatConsents } from './WechatConsents';
import { WechatFaults } from './WechatFaults';
import { WechatMedia } from './WechatMedia';
import { WechatModeration } from './WechatModeration';

/** States of WeChat's open interfaces, to be switched by a tester. */
export function WechatView(): ReactNode {
  const loaded = useLoaded('wechat', () => get<WechatOverview>('wechat'));
  const notify = useNotify();
  const act: SectionProps['act'] = async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      notify(messageOf(error));
      return false;
    } finally {
      loaded.reload();
    }
  };
  const change: SectionProps['change'] = (part) =>
    void act(async () => void (await post('wechat/settings', { settings: JSON.stringify(part) })));
  return (
    <>
      <Heading
        title="微信"
        note="开放接口的本机替身：结果由您定，不会连接微信。设置保存在数据目录里，重启后仍然有效。"
      />
      <View loaded={loaded}>
        {(data) => (
          <div className="sections">
            <div>
              <WechatModeration data={data} change={change} act={act} />
              <WechatFaults data={data} change={change} act={act} />
            </div>
            <div>
              <WechatMedia data={data} change={change} act={act} />
              <WechatConsents data={data} change={change} act={act} />
            </div>
            <WechatCalls calls={data.calls} />
          </div>
        )}
      </View>
    </>
  );
}
