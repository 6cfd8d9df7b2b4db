/** Refusals of this domain, see `contract/errors.ts`. */
export const meErrors = {
  JOIN_CODE_UNKNOWN: '邀请码不存在。请核对后重新填写，或向支部书记索取。',
  RENAMED_LATELY: '姓名三十天里改一次，这次还没到时间。确有需要，请联系所在支部。',
  RENAME_OVERTAKEN: '这次改名已过了可以撤回的一天，或者之后又改过，没有撤回。',
} as const;
