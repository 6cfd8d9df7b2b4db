/** Refusals of this domain, see `contract/errors.ts`. */
export const owndataErrors = {
  ERASE_LAST_ADMIN: '您是市里唯一的管理员，注销后没有人能管理这里。请先在“职责”里请另一位任管理员，再来注销。',
  ERASE_ONLY_HOLDER: '您担任的职责还没有接任的人。请先在“职责”里办交接，再来注销。',
  ERASE_TOO_LATE: '七天已到，正在删除，不能再撤销。需要时可以重新加入。',
} as const;
