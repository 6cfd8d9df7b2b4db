import type { Json } from '../service';
import type { WechatConfig } from './config';

/** Most templates in one question, by the page of `wx.requestSubscribeMessage`. */
const MAX_TEMPLATES = 3;

const failed = (errCode: number, words: string): Json => ({ errCode, errMsg: `requestSubscribeMessage:fail ${words}` });

/**
 * Stands in for `wx.requestSubscribeMessage` where there is no WeChat: `{tmplIds, answers?}` to
 * `{errMsg, [templateId]: 'accept' | 'reject'}`. The client shows the question; an answer it leaves out is `accept`.
 */
export function subscribe(body: Json, { templates }: WechatConfig, grant: (templateId: string) => void): Json {
  const { tmplIds, answers } = body;
  const ids = Array.isArray(tmplIds) ? tmplIds.filter((id) => typeof id === 'string' && id !== '') : [];
  if (ids.length === 0) return failed(10001, "TmplIds can't be empty");
  if (ids.length > MAX_TEMPLATES) return failed(20003, 'Templates count out of max bounds');
  if (templates !== undefined && !ids.every((id) => Object.hasOwn(templates, id as string))) {
    return failed(20001, 'No template data return, verify the template id exist');
  }
  const given = (typeof answers === 'object' && answers !== null ? answers : {}) as Json;
  const result: Json = { errMsg: 'requestSubscribeMessage:ok' };
  for (const id of new Set(ids as string[])) {
    const accepted = given[id] !== 'reject';
    if (accepted) grant(id);
    result[id] = accepted ? 'accept' : 'reject';
  }
  return result;
}
