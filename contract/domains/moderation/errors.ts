/** Refusals of this domain, see `contract/errors.ts`. */
export const moderationErrors = {
  CASE_TAKEN: '另一位审核员正在看这一条，请先看下一条。他十分钟内没有处理完，就可以接手。',
  CASE_NOT_CLAIMED: '请先认领这一条，再作决定。可能认领已超过十分钟，别人接手了。',
  CASE_CLOSED: '这一条已经有了结果，请看最新的一条。',
  CASE_OWN: '这是您自己写的内容，请由别的审核员决定。',
  CASE_SAME_PERSON: '申诉要由另一个人来看：先前的决定是您作的。',
  CASE_OVERTAKEN: '作者已经改过这段内容，这一条不用再看了。',
  DECISION_FIXED: '这个决定收不回了：已过一天、作者已申诉，或修改已经生效。',
  CASE_NOT_YOURS: '没有找到您的这一条，可能已过保存期。',
  APPEAL_OVER: '申诉期已过。确需再次发布，请修改后重新提交。',
  APPEAL_ONCE: '同一条内容只能申诉一次，以这次的结果为准。',
} as const;
