import { createHash } from 'node:crypto';
import type { Json } from '../service';
import type { MediaVerdict } from './media';
import { judge } from './moderation';
import type { WordRule } from './types';

/** Stands where WeChat puts the name of its pushing service, which looks like an openid. */
const PUSH_SERVICE = 'oLocalMediaCheckPushService0';

/** What happened to a file that WeChat could not fetch, by the interface's page. */
const UNREACHABLE = { detail: [], errcode: -1008, errmsg: '下载错误，请检查媒体链接是否有效' };

/** The event `wxa_media_check`, as a function receives it: JSON, not XML. */
export function mediaEvent(
  about: { appId: string; traceId: string; url: string; now: number },
  verdict: MediaVerdict,
  rules: readonly WordRule[],
): Json {
  return {
    ToUserName: originalId(about.appId),
    FromUserName: PUSH_SERVICE,
    CreateTime: Math.floor(about.now / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: about.appId,
    trace_id: about.traceId,
    version: 2,
    ...(verdict === 'unreachable' ? UNREACHABLE : outcome(verdict)),
  };

  function outcome(suggest: Exclude<MediaVerdict, 'unreachable'>): Json {
    // A rule that gave this verdict is named; a tester's own choice has none.
    const fitting = rules.filter((rule) => rule.verdict === suggest);
    const { result, detail } = judge(about.url, suggest, fitting);
    return { detail, errcode: 0, errmsg: 'ok', result };
  }
}

/** `gh_` and twelve digits, the same for the same mini-program. */
const originalId = (appId: string): string => `gh_${createHash('sha256').update(appId).digest('hex').slice(0, 12)}`;
