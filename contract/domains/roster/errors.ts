/** Refusals of this domain, see `contract/errors.ts`. */
export const rosterErrors = {
  ROSTER_UNREADABLE: '这份名单读不出来。请存成 .xlsx 或 .csv，第一行写“姓名”。',
  ROSTER_EMPTY: '没有可以登记的名字。请检查后再导入。',
  ROSTER_FULL: '一份名单最多 2000 个名字。请分给下级支部各自导入。',
  ROSTER_TERM_OVER: '按这个天数，名单已经到期。请选长一些，或直接清除名单。',
  ROSTER_GONE: '名单已经删去，收不回了。需要的话请重新导入。',
} as const;
