/** Refusals of this domain, see `contract/errors.ts`. */
export const meErrors = {
  JOIN_CODE_UNKNOWN: '邀请码不存在。请核对后重新填写，或向支部书记索取。',
  ALREADY_JOINED: '您已经加入支部，无需重复加入。',
} as const;
