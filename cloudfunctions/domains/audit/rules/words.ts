import { errorMessages } from '../../../../contract/errors';
import { actions, isActionName, type ActionName } from '../../../../contract/registry';
import { DENIALS_COUNTED } from '../../../kernel/audit/rules/kind';

/** What kind of thing an id of the audit is of. */
export type Thing = 'member' | 'org' | 'other';

const byDomain: Readonly<Record<string, string>> = {
  book: '书目',
  checkin: '阅读记录',
  download: '导出的文件',
  duty: '职务',
  event: '活动',
  feedback: '投诉建议',
  file: '文件',
  invitation: '邀请',
  member: '成员',
  merge: '账号合并',
  moderation: '审核件',
  notice: '通知',
  org: '组织',
  orgimport: '组织导入',
  recommendation: '荐书',
  role: '职责',
  roster: '名单',
  transfer: '转接',
};

/** Ids whose names say what they are of, wherever they are. */
const byKey: Readonly<Record<string, readonly [string, Thing]>> = {
  orgId: ['组织', 'org'],
  org: ['组织', 'org'],
  parentId: ['上级组织', 'org'],
  memberId: ['成员', 'member'],
  member: ['成员', 'member'],
  personId: ['成员', 'member'],
  toId: ['对方', 'member'],
  intoId: ['并入', 'other'],
  bookId: ['书目', 'other'],
  handover: ['交接', 'other'],
  term: ['任期', 'other'],
  merge: ['账号合并', 'other'],
};

/** What a part of a target names, in words, and whether it is of a member or an org. `key`: `id`, `…Id` or a thing’s own. */
export function thingOf(key: string, action: string): { what: string; of: Thing } {
  const known = byKey[key];
  if (known !== undefined) return { what: known[0], of: known[1] };
  const domain = key === 'id' ? action.slice(0, action.indexOf('.')) : key;
  const of = domain === 'member' || domain === 'org' ? domain : 'other';
  return { what: byDomain[domain] ?? '编号', of };
}

/** What an action does, in words; its name, where a version before had it. */
export function summaryOf(action: string): string {
  if (action === DENIALS_COUNTED) return '一小时内多次被拒绝';
  return isActionName(action) ? actions[action].summary : action;
}

/** Actions that are in the audit, each with what it does: those that are audited, and those that can be refused. */
export const choices = (): { name: string; summary: string }[] => [
  ...(Object.keys(actions) as ActionName[])
    .filter((name) => actions[name].audited !== false || actions[name].access.who === 'permitted')
    .map((name) => ({ name, summary: actions[name].summary })),
  { name: DENIALS_COUNTED, summary: summaryOf(DENIALS_COUNTED) },
];

const outcomes: Readonly<Record<string, string>> = {
  ok: '办成',
  FORBIDDEN: '没有权限',
  DISABLED: '账号已停用',
  NOT_REGISTERED: '还没有加入组织',
  NOT_FOUND: '没有找到',
  CONFLICT: '别人先改了',
  BAD_INPUT: '填写有误',
  ORG_ARCHIVED: '组织已归档',
  INTERNAL: '系统出错',
  BUSY: '系统忙',
  COUNTED: '合计',
};

const isErrorCode = (code: string): code is keyof typeof errorMessages =>
  Object.prototype.hasOwnProperty.call(errorMessages, code);

/** How it went, in words; a refusal of a domain in the words that the person read, up to the first stop. */
export function outcomeOf(outcome: string): string {
  const known = outcomes[outcome];
  if (known !== undefined) return known;
  return isErrorCode(outcome) ? errorMessages[outcome].replace(/[，。：；].*$/, '') : outcome;
}
