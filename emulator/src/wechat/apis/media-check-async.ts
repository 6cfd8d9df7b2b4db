import { refusal, traceId } from '../errors';
import type { MediaCheck } from '../media';
import { answering, type Silence } from '../moderation';
import { contentScene, requiredText } from '../params';
import { isOpenid } from '../people';
import type { WechatSettings } from '../types';
import type { OpenApi } from './api';

export interface MediaCheckOptions {
  settings(): WechatSettings;
  silence: Silence;
  visitedLately(openid: string): boolean;
  now(): number;
  enqueue(traceId: string, check: MediaCheck): void;
}

/**
 * `security.mediaCheckAsync`, version 2: `{media_url, media_type: 1 | 2, version: 2, scene, openid}` to
 * `{errcode, errmsg, trace_id}`. The verdict comes later, as the event `wxa_media_check` with that trace id.
 */
export function mediaCheckAsync(options: MediaCheckOptions): OpenApi {
  return {
    name: 'security.mediaCheckAsync',
    path: '/wxa/media_check_async',
    async answer(params) {
      const url = requiredText(params, 'media_url');
      if (!/^https?:\/\/\S+$/.test(url)) throw refusal(40066);
      const { media_type: type, version, openid } = params;
      if (type !== 1 && type !== 2) throw refusal(40004);
      if (version !== 2) throw refusal(47001, 'data format error: version should be 2');
      if (!isOpenid(openid)) throw refusal(40003);
      const scene = contentScene(params);
      if (!options.visitedLately(openid)) throw refusal(61010);
      const { moderation, mediaDelayMs } = options.settings();
      await answering(moderation, options.silence);
      const id = traceId(options.now());
      const due = mediaDelayMs === null ? {} : { due: options.now() + mediaDelayMs };
      options.enqueue(id, { openid, url, kind: type === 1 ? 'audio' : 'image', scene, ...due });
      return { note: '已受理，稍后推送', json: { errcode: 0, errmsg: 'ok', trace_id: id } };
    },
  };
}
