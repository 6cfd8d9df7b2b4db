/** Refusals of this domain, see `contract/errors.ts`. */
export const eventErrors = {
  EVENT_TIMES_INVALID: '时间有误，请按标出的地方修改：报名截止、活动开始都须在此刻之后，截止不晚于开始，结束晚于开始。',
  EVENT_CLOSED: '报名已截止。',
  EVENT_CANCELLED: '活动已取消。',
  EVENT_FULL: '报名与候补都已满。',
  ALREADY_SIGNED_UP: '您已经报上名，收下的是先前填的回答，这次改的没有收。要改请联系主办组织。',
  ANSWER_REQUIRED: '有必填的内容没有填写。',
  SIGNUP_NOT_FOUND: '您没有报名这场活动。',
} as const;
