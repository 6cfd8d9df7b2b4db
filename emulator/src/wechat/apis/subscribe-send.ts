import type { Json } from '../../service';
import type { TemplateDeclaration, WechatConfig } from '../config';
import { refusal } from '../errors';
import type { SentMessage } from '../inbox';
import { isPage } from '../pages';
import { oneOf, optionalText } from '../params';
import { isOpenid } from '../people';
import type { MessageField } from '../types';
import { fits } from '../values';
import type { OpenApi } from './api';

/** WeChat's are 43 characters of this alphabet. */
const TEMPLATE_ID = /^[A-Za-z0-9_-]{1,128}$/;

export interface SubscribeSendOptions {
  config: WechatConfig;
  /** Uses one agreement up, where agreements are asked for; false where there is none. */
  useConsent: (openid: string, templateId: string) => boolean;
  deliver: (message: Omit<SentMessage, 'read'>) => void;
  /** Stores all that the work changes, or, when it throws, nothing. */
  together: (work: () => void) => void;
}

/**
 * `subscribeMessage.send`: `{touser, template_id, data: {thing1: {value}…}, page?, miniprogram_state?, lang?}` to
 * `{errcode: 0, errmsg: 'ok'}`. Each message uses up one agreement of the user to the template.
 */
export function subscribeSend({ config, useConsent, deliver, together }: SubscribeSendOptions): OpenApi {
  return {
    name: 'subscribeMessage.send',
    path: '/cgi-bin/message/subscribe/send',
    answer(params) {
      const { touser } = params;
      if (!isOpenid(touser)) throw refusal(40003);
      const { id, template } = templateOf(params, config);
      const fields = fieldsOf(params.data, template);
      const page = optionalText(params, 'page');
      if (page !== undefined && !isPage(page, config.pages)) throw refusal(41030);
      const state = oneOf(params, 'miniprogram_state', ['formal', 'trial', 'developer'], 'formal');
      const lang = oneOf(params, 'lang', ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'], 'zh_CN');
      const title = template === undefined ? {} : { title: template.title };
      const where = page === undefined ? {} : { page };
      // An agreement is used up by a message that is there, and by nothing else: not by a full disk, nor by a crash.
      together(() => {
        if (!useConsent(touser, id)) throw refusal(43101);
        deliver({ openid: touser, templateId: id, ...title, fields, ...where, state, lang });
      });
      return { note: '已送达收件箱', json: { errcode: 0, errmsg: 'ok' } };
    },
  };
}

function templateOf(params: Json, { templates }: WechatConfig): { id: string; template?: TemplateDeclaration } {
  const id = optionalText(params, 'template_id');
  if (id === undefined || !TEMPLATE_ID.test(id)) throw refusal(40037);
  if (templates === undefined) return { id };
  if (!Object.hasOwn(templates, id)) throw refusal(40037);
  return { id, template: templates[id] };
}

const badArgument = (what: string): Error => refusal(47003, `argument invalid! ${what}`);

/** The fields in the template's order, or as they were sent. A declared template takes its own fields and no others. */
function fieldsOf(data: unknown, template: TemplateDeclaration | undefined): MessageField[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw badArgument('data is empty');
  const sent = data as Record<string, unknown>;
  const keys = Object.keys(template?.fields ?? sent);
  if (keys.length === 0) throw badArgument('data is empty');
  const stranger = Object.keys(sent).find((key) => !keys.includes(key));
  if (stranger !== undefined) throw badArgument(`data.${stranger} invalid`);
  return keys.map((key) => {
    const value = textOf(sent[key]);
    if (value === '') throw badArgument(`data.${key}.value is empty`);
    if (value === undefined || !fits(key, value)) throw badArgument(`data.${key}.value invalid`);
    return template === undefined ? { key, value } : { key, title: template.fields[key]!, value };
  });
}

/** The text of `{value}`; empty where there is none, `undefined` where it is neither text nor a number. */
function textOf(field: unknown): string | undefined {
  const { value = '' } = (typeof field === 'object' && field !== null ? field : {}) as { value?: unknown };
  if (value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
