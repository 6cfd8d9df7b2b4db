/** What the stand-ins for WeChat's open interfaces keep and show. Times are ISO 8601 in UTC. */

/** What content moderation makes of a text or a picture; WeChat's `suggest`. */
export type Verdict = 'pass' | 'review' | 'risky';

/** What `security.*` does: one verdict for everything, WeChat's "system busy", or no answer in time. */
export type ModerationMode = Verdict | 'down' | 'timeout';

/** A text that contains the word gets this verdict, whatever the mode. */
export interface WordRule {
  word: string;
  verdict: Verdict;
}

/** How an interface fails while a tester wants it to: system error, no answer in time, too many calls. */
export type Fault = 'down' | 'timeout' | 'quota';

/** The interfaces that have a stand-in here. */
export const OPEN_APIS = [
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'wxacode.get',
  'wxacode.createQRCode',
  'phonenumber.getPhoneNumber',
  'customerServiceMessage.send',
] as const;
export type OpenApiName = (typeof OPEN_APIS)[number];

/** What a tester can switch. Kept in the data folder. */
export interface WechatSettings {
  moderation: ModerationMode;
  rules: readonly WordRule[];
  /** Everyone has agreed to every subscription message, so that none is refused with 43101. */
  everyoneConsents: boolean;
  /** The number that `phonenumber.getPhoneNumber` tells; `null` for refusing every code. */
  phoneNumber: string | null;
  /** Every user wrote to customer service lately, so that he can be answered. */
  everyoneWrote: boolean;
  faults: Partial<Record<OpenApiName, Fault>>;
  /** Function that receives `wxa_media_check`, the message push of the real console; `null` for none. */
  pushFunction: string | null;
  /** Milliseconds until a verdict on a picture or sound is pushed by itself; `null` for by hand only. */
  mediaDelayMs: number | null;
}

/** A user as people see him: the name of his persona, or a shortened openid. */
export interface Person {
  label: string;
  /** Id of the persona, where there is one. */
  persona?: string;
}

/** One field of a subscription message. `title` is known where the template is declared. */
export interface MessageField {
  key: string;
  title?: string;
  value: string;
}

/** A subscription message that WeChat would have delivered. */
export interface InboxMessage {
  id: string;
  at: string;
  to: Person;
  templateId: string;
  /** Title of the template, where it is declared. */
  title?: string;
  fields: MessageField[];
  page?: string;
  state: string;
  read: boolean;
}

/** A picture or sound whose verdict has not been pushed. */
export interface PendingMedia {
  traceId: string;
  at: string;
  url: string;
  kind: 'audio' | 'image';
  scene: number;
  person: Person;
  /** When it will be pushed by itself; absent for by hand only. */
  due?: string;
  /** Why the last attempt failed. */
  problem?: string;
}

/** How often a user has agreed to be sent a template, less what was sent. */
export interface Consent {
  /** Names this line, without telling the user's openid. */
  id: string;
  person: Person;
  templateId: string;
  title?: string;
  left: number;
}

/** One call of an open interface, or one pushed verdict. */
export interface OpenCall {
  at: string;
  api: string;
  /** `wx.api`, `wx.openApi`, or `push` for a message to a function. */
  via: string;
  errcode: number;
  /** WeChat's words for the code, or what came of the call. */
  note: string;
  ms: number;
  function?: string;
  /** Request id of the invocation that made it. */
  invocationId?: string;
  person?: Person;
}
