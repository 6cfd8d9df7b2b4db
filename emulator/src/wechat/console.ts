import type { Endpoints } from '../console/endpoints';
import { badRequest, ConsoleError } from '../console/failure';
import { checkSettings, checkTimes, checkVerdict } from './checks';
import type { Consent, InboxMessage, OpenCall, PendingMedia, WechatSettings } from './types';
import type { Wechat } from './wechat';

/** Everything the view 微信 shows. */
export interface WechatOverview {
  settings: WechatSettings;
  pendingMedia: PendingMedia[];
  consents: Consent[];
  templates: { id: string; title: string }[];
  calls: OpenCall[];
  /** Functions that could receive pushes. */
  functions: string[];
}

/** Everything the view 消息 shows. */
export interface InboxPage {
  messages: InboxMessage[];
  unread: number;
}

const LISTED_CALLS = 100;

/** What the console may ask of the stand-ins, and do with them. */
export function wechatEndpoints(wechat: Wechat, functions: () => string[]): Endpoints {
  return {
    'GET wechat': (): WechatOverview => ({
      settings: wechat.settings(),
      pendingMedia: wechat.pendingMedia(),
      consents: wechat.consents(),
      templates: wechat.templates(),
      calls: wechat.calls(LISTED_CALLS),
      functions: functions(),
    }),
    'POST wechat/settings': (input) => {
      wechat.set(checkSettings(objectOf(input.text('settings'))));
      return {};
    },
    'POST wechat/media': async (input) => {
      const { requestId, ms } = await wechat.pushVerdict(input.text('traceId'), checkVerdict(input.text('verdict')));
      return { requestId, ms };
    },
    'POST wechat/consents': (input) => {
      const openid = wechat.openidOf(input.text('persona'));
      wechat.grantConsent(openid, input.text('templateId').trim(), checkTimes(input.number('times', 1)));
      return {};
    },
    'POST wechat/consents/revoke': (input) => {
      if (wechat.revokeLine(input.text('id'))) return {};
      throw new ConsoleError(404, 'GONE', '没有这条授权，可能已用完。');
    },

    'GET inbox': (): InboxPage => ({ messages: wechat.inbox(), unread: wechat.unread() }),
    'POST inbox/read': () => {
      wechat.markRead();
      return {};
    },
    'POST inbox/clear': () => wechat.clearInbox(),
    'POST inbox/restore': (input) => ({ restored: wechat.restoreInbox(input.text('batch')) }),
  };
}

function objectOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Told below.
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw badRequest('settings 应是一个对象');
}
