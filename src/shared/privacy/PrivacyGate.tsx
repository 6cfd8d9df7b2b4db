import type { ReactNode } from 'react';
import { Button as NativeButton, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { usePrivacy } from './usePrivacy';
import './PrivacyGate.scss';

/** Shows what asks for something personal once WeChat has the person's agreement; before, the way to give it. */
export function PrivacyGate({ children }: { children: ReactNode }) {
  const { state, contract, agree } = usePrivacy();
  if (state === 'asking') return null;
  if (state === 'agreed') return <>{children}</>;
  return (
    <View className="privacy">
      <Heading level={3} className="privacy__title">
        先看一看怎样用您的信息
      </Heading>
      <Text className="privacy__words">
        书香只用您自己填的称呼和微信给的匿名编号。不读手机号、位置、通讯录。同意以后才开始填写；不同意也可以继续浏览。
      </Text>
      <Button kind="text" onClick={() => void Taro.openPrivacyContract({})}>
        {`阅读${contract || '《用户隐私保护指引》'}`}
      </Button>
      {/* Only WeChat's own button can tell WeChat that the person has agreed. */}
      <NativeButton
        id="agree-privacy"
        className="sx-button sx-button--primary sx-button--block"
        openType="agreePrivacyAuthorization"
        onAgreePrivacyAuthorization={agree}
      >
        同意
      </NativeButton>
    </View>
  );
}
