import { kernelCollections } from './collections';
import type { Others } from './others';
import { openOwn } from './own';
import type { Value } from './port';
import type { CallWechat } from './wechat';

/**
 * What became of a message: `sent`; `refused`, for want of a consent (43101); `failed`: surely not sent (a quota, a busy
 * system, a template that does not fit); `no token`: this call may ask WeChat nothing; `unknown`: no answer in time.
 */
export type Sent = 'sent' | 'refused' | 'failed' | 'no token' | 'unknown';

/** WeChat's code where the user has not agreed, or has no agreement left. */
const NOT_AGREED = 43101;
const NO_TOKEN = /missing wxCloud(?:base)?A(?:pi|ccess)Token/i;
const NO_ANSWER = /-604102|ETIMEDOUT|ESOCKETTIMEDOUT|ECONNRESET|timed? ?out/i;

interface Message {
  templateId: string;
  data: Readonly<Record<string, Value>>;
  /** With its parameters. */
  page: string;
}

/** What WeChat's reply, or the error instead of one, says. */
export function outcomeOf(reply: unknown): Sent {
  const { errcode, errCode, code, message } = { ...(reply as Record<string, unknown> | null) };
  const said = errcode ?? errCode;
  if (said === 0) return 'sent';
  if (said === NOT_AGREED) return 'refused';
  const words = [code, said, message, reply instanceof Error ? reply.message : ''].map(String).join(' ');
  if (NO_TOKEN.test(words)) return 'no token';
  return NO_ANSWER.test(words) ? 'unknown' : 'failed';
}

/**
 * Sends a subscription message to a member, whose openid stays in here. Whoever is no member any more has agreed to
 * nothing. Never throws. One round trip and WeChat's.
 */
export async function sendMessage(
  others: Others,
  callWechat: CallWechat,
  memberId: string,
  { templateId, data, page }: Message,
): Promise<Sent> {
  try {
    const { members } = openOwn(others, kernelCollections);
    const [member] = await members.find({ _id: memberId }, { limit: 1, fields: ['openid'] });
    if (member === undefined) return 'refused';
    const params = { touser: member.openid, template_id: templateId, page, data };
    return outcomeOf(await callWechat('subscribeMessage.send', params));
  } catch (error) {
    return outcomeOf(error);
  }
}
