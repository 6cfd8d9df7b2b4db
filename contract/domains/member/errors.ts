/** Refusals of this domain, see `contract/errors.ts`. */
export const memberErrors = {
  NAMES_HIDDEN: '您看到的名单隐去了姓名，所以不能按姓名查找或排序。',
  MEMBER_SELF: '不能停用自己。要离开一段时间，可以先把工作交接给别人。',
  MEMBER_ABOVE: '这位成员还属于别的组织，或担着您管不到的职责，请上级来办。',
  LAST_ADMIN: '全市只剩这一位能管理成员的人，停用后就没有人能恢复了。请先另设一位。',
  MERGE_CODE_UNKNOWN: '合并码不对，或已过期。请在新账号上看一眼，重新生成一个。',
  MERGE_NAMES_DIFFER: '两个账号的姓名不一样。先改成一样的，或请支部书记来办。',
  MERGE_DISABLED: '其中一个账号停用着，恢复以后才能提出合并。',
  MERGE_SAME: '这两个就是同一个账号。',
  MERGE_OPEN: '其中一个账号已经有一次合并在办。办完或撤回以后再试。',
  MERGE_OVER: '这次合并已经开始或已经结束，不能再改。',
} as const;
