import * as domains from './domains/errors';
import { merged } from './merged';

/** Refusals that any action may give; an action declares only those beyond these. */
const commonMessages = {
  BAD_INPUT: '填写的内容有误，请检查后再提交。',
  TOO_LARGE: '内容太长，请精简后再提交。',
  UNKNOWN_ACTION: '没有这项功能，请更新小程序后再试。',
  CLIENT_TOO_OLD: '这个版本太旧了。请关闭小程序再打开，它会自动更新；您填写的内容还在。',
  UPDATING: '系统正在更新，请过几分钟再试。您填写的内容还在。',
  NOT_REGISTERED: '还没有加入支部。请用支部的邀请码加入后再使用。',
  DISABLED: '此账号已停用。如有疑问，请联系所在支部。',
  ERASING: '您已申请注销。七天内可以在“我的”里撤销。',
  FORBIDDEN: '没有权限做这件事。需要时请联系上级组织的管理员。',
  NOT_FOUND: '没有找到，可能已被撤回或删除。',
  RATE_LIMITED: '操作太频繁，请稍等一分钟再试。',
  ORG_ARCHIVED: '这个组织已归档，只能查看。确需改动，请上级组织的管理员先把它恢复。',
  CONFLICT: '内容刚刚被更新过，请刷新后再试。',
  BUSY: '此刻使用的人较多，请稍后再试。您填写的内容还在。',
  INTERNAL: '系统出了点问题，您填写的内容还在，请稍后再试。',
} as const;

/**
 * The closed list of refusals: the common ones and what each domain declares in its `errors.ts`. `message` is what the
 * person reads: what happened, why, and what to do. A handler may give a more exact message; it may never invent a code.
 */
export const errorMessages = merged({ ...domains, common: commonMessages });

export type ErrorCode = keyof typeof errorMessages;
export type CommonErrorCode = keyof typeof commonMessages;

export const commonErrors = Object.keys(commonMessages) as readonly CommonErrorCode[];

/** One wrong field of an input: `path` in dots, `message` in Chinese. */
export interface FieldError {
  path: string;
  message: string;
}

export type Reply<T> =
  { ok: true; data: T } | { ok: false; code: ErrorCode; message: string; requestId: string; fields?: FieldError[] };
