import type { Json } from '../../service';
import { refusal } from '../errors';
import { isOpenid } from '../people';
import type { WechatSettings } from '../types';
import type { OpenApi } from './api';
import type { SentMessage } from '../inbox';

/** What each kind of message must say. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  text: ['content'],
  image: ['media_id'],
  link: ['title', 'description', 'url', 'thumb_url'],
  miniprogrampage: ['title', 'pagepath', 'thumb_media_id'],
};

export interface CustomerMessageOptions {
  settings: () => WechatSettings;
  deliver: (message: Omit<SentMessage, 'read'>) => void;
}

/**
 * `customerServiceMessage.send`: `{touser, msgtype, text: {content}…}` to `{errcode: 0, errmsg: 'ok'}`. A user can be
 * answered for 48 hours after he wrote; whether he did is the tester's to switch.
 */
export function customerMessage({ settings, deliver }: CustomerMessageOptions): OpenApi {
  return {
    name: 'customerServiceMessage.send',
    path: '/cgi-bin/message/custom/send',
    answer(params) {
      const { touser, msgtype } = params;
      if (!isOpenid(touser)) throw refusal(40003);
      if (typeof msgtype !== 'string' || !Object.hasOwn(REQUIRED, msgtype)) throw refusal(40008);
      const said = (params[msgtype] ?? {}) as Json;
      const fields = REQUIRED[msgtype]!.map((key) => {
        const value = said[key];
        if (typeof value !== 'string' || value === '') throw refusal(44004);
        return { key, value };
      });
      if (!settings().everyoneWrote) throw refusal(45015);
      deliver({ openid: touser, templateId: msgtype, title: '客服消息', fields, state: 'formal', lang: 'zh_CN' });
      return { note: '已送达收件箱', json: { errcode: 0, errmsg: 'ok' } };
    },
  };
}
