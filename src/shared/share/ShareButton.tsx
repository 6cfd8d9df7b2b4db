import { useContext } from 'react';
import { Button as NativeButton, View } from '@tarojs/components';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { InPane } from '@/shared/wide/chosen';
import type { ShareCard } from './useShare';
import './ShareButton.scss';

/** The preview's own address of a page. */
const linkTo = (path: string): string => `${location.origin}${location.pathname}#${path}`;

/**
 * Forwards this page in WeChat; in the browser preview there is the link to copy. Beside a list WeChat would forward the
 * list's page, so it is not offered there.
 */
export function ShareButton({ card }: { card: ShareCard }) {
  const inPane = useContext(InPane);
  if (inPane && process.env.TARO_ENV !== 'h5') return null;
  const copy = () => void copyText(linkTo(card.path), '链接已复制');
  return (
    <View className="share">
      {process.env.TARO_ENV === 'h5' ? (
        <Button kind="text" onClick={copy}>
          复制链接
        </Button>
      ) : (
        <NativeButton className="sx-button sx-button--text" hoverClass="sx-button--pressed" openType="share">
          转发给朋友
        </NativeButton>
      )}
    </View>
  );
}
