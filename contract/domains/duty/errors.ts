/** Refusals of this domain, see `contract/errors.ts`. */
export const dutyErrors = {
  DUTY_PERSON_UNKNOWN: '找不到这位成员，可能已经注销。请重新选一位，或只写姓名。',
  DUTY_PERSON_FIXED: '这一任是别人的，不能改成另一位。换人请先填结束日期，再添加下一位；写错了就删去重写。',
  DUTY_RIGHTS_NOT_YOURS: '这项职务带着权限，任期要由有权授予的人来改，请联系上级组织的管理员。',
} as const;
