/**
 * The closed list of refusals. `message` is what the person reads: what happened, why, and what to do.
 * A handler may give a more exact message; it may never invent a code.
 */
export const errorMessages = {
  BAD_INPUT: '填写的内容有误，请检查后再提交。',
  TOO_LARGE: '内容太长，请精简后再提交。',
  UNKNOWN_ACTION: '没有这项功能，请更新小程序后再试。',
  CLIENT_TOO_OLD: '这个版本太旧了。请关闭小程序再打开，它会自动更新；您填写的内容还在。',
  UPDATING: '系统正在更新，请过几分钟再试。您填写的内容还在。',
  NOT_REGISTERED: '还没有加入支部。请用支部的邀请码加入后再使用。',
  DISABLED: '此账号已停用。如有疑问，请联系所在支部。',
  FORBIDDEN: '没有权限做这件事。需要时请联系上级组织的管理员。',
  NOT_FOUND: '没有找到，可能已被撤回或删除。',
  RATE_LIMITED: '操作太频繁，请稍等一分钟再试。',
  CONFLICT: '内容刚刚被更新过，请刷新后再试。',
  BUSY: '此刻使用的人较多，请稍后再试。您填写的内容还在。',
  INTERNAL: '系统出了点问题，您填写的内容还在，请稍后再试。',
  JOIN_CODE_UNKNOWN: '邀请码不存在。请核对后重新填写，或向支部书记索取。',
  ALREADY_JOINED: '您已经加入支部，无需重复加入。',
  DAY_OUT_OF_RANGE: '只能记录今天，或补记最近 60 天内的阅读。',
  CLOCK_CHANGED: '手机的时间刚变过，这一笔还没有记下。核对时间后会自动再试。',
  BOOK_NOT_FOUND: '没有找到这本书，请重新选择。',
  BOOK_EXISTS: '书目里已有这本书，请核对书名、作者和 ISBN。',
  DESK_FULL: '在读的书已有 9 本。读完或移走一本后再添加。',
  ISBN_INVALID: 'ISBN 校验位不对，请对照书背面的 13 位号码核对。',
  SCHEDULE_INVALID: '定时发布的时间须在此刻之后、一年之内。',
  ALREADY_PUBLISHED: '荐书已经发布，不能再改发布时间。',
  EVENT_TIMES_INVALID: '时间有误，请按标出的地方修改：报名截止、活动开始都须在此刻之后，截止不晚于开始，结束晚于开始。',
  EVENT_CLOSED: '报名已截止。',
  EVENT_CANCELLED: '活动已取消。',
  EVENT_FULL: '报名与候补都已满。',
  ALREADY_SIGNED_UP: '您已经报上名，收下的是先前填的回答，这次改的没有收。要改请联系主办组织。',
  ANSWER_REQUIRED: '有必填的内容没有填写。',
  SIGNUP_NOT_FOUND: '您没有报名这场活动。',
} as const;

export type ErrorCode = keyof typeof errorMessages;

/** Refusals that any action may give; an action declares only those beyond these. */
export const commonErrors = [
  'BAD_INPUT',
  'TOO_LARGE',
  'UNKNOWN_ACTION',
  'CLIENT_TOO_OLD',
  'UPDATING',
  'NOT_REGISTERED',
  'DISABLED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'CONFLICT',
  'BUSY',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

export type CommonErrorCode = (typeof commonErrors)[number];

/** One wrong field of an input: `path` in dots, `message` in Chinese. */
export interface FieldError {
  path: string;
  message: string;
}

export type Reply<T> =
  { ok: true; data: T } | { ok: false; code: ErrorCode; message: string; requestId: string; fields?: FieldError[] };
