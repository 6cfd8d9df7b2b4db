import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';

/** Whether WeChat has the person's agreement to the privacy guide (隐私保护指引), and what that is called. */
export interface Privacy {
  state: 'asking' | 'needed' | 'agreed';
  contract: string;
  agree: () => void;
}

/**
 * Asks WeChat, before anything is read, whether its privacy guide has been agreed to. Outside of WeChat, and in versions
 * of it that know of no guide, there is nothing to agree to.
 */
export function usePrivacy(): Privacy {
  const inWechat = process.env.TARO_ENV === 'weapp';
  const [privacy, setPrivacy] = useState<Omit<Privacy, 'agree'>>({
    state: inWechat ? 'asking' : 'agreed',
    contract: '',
  });
  useEffect(() => {
    if (!inWechat) return;
    const agreed = () => setPrivacy({ state: 'agreed', contract: '' });
    if (typeof Taro.getPrivacySetting !== 'function') return agreed();
    Taro.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        needAuthorization ? setPrivacy({ state: 'needed', contract: privacyContractName }) : agreed(),
      fail: agreed,
    });
  }, [inWechat]);
  return { ...privacy, agree: () => setPrivacy({ ...privacy, state: 'agreed' }) };
}
