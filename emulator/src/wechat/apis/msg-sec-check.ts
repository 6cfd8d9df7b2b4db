import type { Json } from '../../service';
import { refusal, traceId } from '../errors';
import { answering, judge, type Silence } from '../moderation';
import { contentScene, length, optionalText, requiredText } from '../params';
import { isOpenid } from '../people';
import type { WechatSettings } from '../types';
import type { Answer, OpenApi } from './api';

/** Most characters of a text, by the interface's page. */
const MAX_CONTENT = 2500;

export interface MsgSecCheckOptions {
  settings(): WechatSettings;
  silence: Silence;
  visitedLately(openid: string): boolean;
  now(): number;
}

/**
 * `security.msgSecCheck`, version 2: `{version: 2, openid, scene, content, nickname?, title?, signature?}` to
 * `{errcode, errmsg, result: {suggest, label}, detail, trace_id}`; and version 1: `{content}` to 0 or 87014, which
 * WeChat still answers though it is no longer kept up.
 */
export function msgSecCheck(options: MsgSecCheckOptions): OpenApi {
  return {
    name: 'security.msgSecCheck',
    path: '/wxa/msg_sec_check',
    async answer(params) {
      const content = requiredText(params, 'content');
      const { moderation, rules } = options.settings();
      if (params.version === undefined || params.version === 1) {
        const verdict = await answering(moderation, options.silence);
        return first(judge(content, verdict, rules).verdict === 'risky');
      }
      const parts = check(params, content, options);
      const verdict = await answering(moderation, options.silence);
      const { result, detail } = judge(parts.join('\n'), verdict, rules);
      const json = { errcode: 0, errmsg: 'ok', result, detail, trace_id: traceId(options.now()) };
      return { note: result.suggest, json };
    },
  };
}

/** Version 1 knows no "review": what a person would have to look at passes. */
function first(risky: boolean): Answer {
  if (risky) throw refusal(87014);
  return { note: 'pass（1.0 版）', json: { errcode: 0, errmsg: 'ok' } };
}

function check(params: Json, content: string, options: MsgSecCheckOptions): string[] {
  if (params.version !== 2) throw refusal(47001, 'data format error: version should be 2');
  const { openid } = params;
  if (!isOpenid(openid)) throw refusal(40003);
  const scene = contentScene(params);
  if (length(content) > MAX_CONTENT) throw refusal(45002);
  const others = ['title', 'nickname', 'signature'].map((name) => optionalText(params, name));
  // A signature is looked at in profiles only.
  const [title, nickname, signature] = scene === 1 ? others : [...others.slice(0, 2), undefined];
  if (!options.visitedLately(openid)) throw refusal(61010);
  return [content, title, nickname, signature].filter((part) => part !== undefined);
}
