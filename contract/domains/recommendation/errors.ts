/** Refusals of this domain, see `contract/errors.ts`. */
export const recommendationErrors = {
  SCHEDULE_INVALID: '定时发布的时间须在此刻之后、一年之内。',
  ALREADY_PUBLISHED: '荐书已经发布，不能再改发布时间。',
} as const;
