/** Refusals of this domain, see `contract/errors.ts`. */
export const roleErrors = {
  ROLE_NOT_HERE: '这个组织不设这项职责，请换一项，或换一个组织。',
  ROLE_NOT_YOURS: '这项职责不由您授予或收回，请联系上级组织的管理员。',
  ROLE_TERM_INVALID: '任期有误：结束须晚于开始和此刻，也不能晚于您自己的任期。',
  ROLE_HELD: '对方在这个组织已有这项职责，可以直接改任期。',
  ROLE_TO_SELF: '不能给自己授予职责，请由别人办理。',
  ROLE_OF_NOBODY: '没有找到这位成员，或账号已停用，请重新选择。',
  LAST_CITY_ADMIN: '团市委至少要有一位长期的管理员。请先授予另一位，再来办理。',
  ROLE_DECIDED: '这件事已经有结果了，请刷新后查看。',
  HANDOVER_OVER: '交接已过了可以撤回的一天，或者其中的职责后来变动过，请逐项办理。',
  CLAIM_WRONG: '认领码不对，或已过期、已用过。请核对；需要时请部署人员重新生成。',
} as const;
