import { useEffect } from 'react';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import { pathTo } from '@/shared/nav';
import image from './card.png';

/** A page as it is forwarded: nothing of the person who forwards it. */
export interface ShareCard {
  title: string;
  path: string;
}

const app: ShareCard = { title: '书香 · 读书与活动', path: pathTo('today') };

/**
 * What a page's card in WeChat says and opens; null where it is not for forwarding, and then the menu does not offer it.
 * The picture is drawn by us: WeChat's own is a photograph of the screen, with my seat or my shelf on it.
 */
export function useShare(card: ShareCard | null): void {
  useShareAppMessage(() => ({ ...(card ?? app), imageUrl: image }));
  const forwardable = card !== null;
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp') return;
    void (forwardable ? Taro.showShareMenu({}) : Taro.hideShareMenu());
  }, [forwardable]);
}
