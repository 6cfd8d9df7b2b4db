import type { Access, ActionSpec, Offline, Scope } from '../../contract/action';
import type { ActionName } from '../../contract/registry';
import { actions } from '../../contract/registry';
import { permissions, type Permission } from '../../contract/permissions';
import { roleNames } from '../../contract/roles';

const scopeNames: Record<Scope, string> = {
  public: '公开的内容',
  self: '本人的记录',
  'own orgs': '所在组织可见的内容',
  'org of the thing': '其所属组织可见的内容',
  'org in input': '所选的组织',
  above: '所选组织的上级',
  root: '团市委本级',
};
const whoNames: Record<Access['who'], string> = { visitor: '任何微信用户', member: '成员', permitted: '' };

const who = (access: Access): string =>
  access.who === 'permitted'
    ? `有“${permissions[access.permission].name}”权限的人`
    : whoNames[access.who] + (access.who === 'visitor' && access.disabled === 'allowed' ? '，停用的也可以' : '');

const permissionRow = (permission: Permission): string => {
  const { name, roles } = permissions[permission];
  return `| ${name} | \`${permission}\` | ${roles.map((role) => roleNames[role]).join('、')} |`;
};

const limitOf = ({ max, windowSec, counted }: ActionSpec['limit']): string =>
  `${max} 次 / ${windowSec / 60} 分钟${counted === 'exact' ? '（精确）' : ''}`;

const offlineNames: Record<Offline, string> = { pinned: '首屏', seen: '看过的' };

const auditedNames: Partial<Record<string, string>> = { true: '是', requested: '涉及他人时' };

const row = (name: ActionName): string => {
  const spec: ActionSpec = actions[name];
  const cells = [
    `\`${name}\``,
    spec.summary,
    who(spec.access),
    scopeNames[spec.access.scope],
    limitOf(spec.limit),
    auditedNames[String(spec.audited)] ?? '',
    spec.offline ? offlineNames[spec.offline] : '',
  ];
  return `| ${[...cells, `\`${spec.served ?? 'api'}\``].join(' | ')} |`;
};

/** `docs/authorization.md`: who may do what, for an auditor, made from the contract. */
export const authorization = (): string =>
  [
    '# 权限表',
    '',
    '由 `contract/` 生成，请勿手改。重新生成：`npm run build -- authorization`。',
    '',
    '没有列在表里的事，谁都不能做。已停用的成员除标明的以外什么都不能做；未识别到微信身份的调用一律拒绝。权限来自职责，只在任职的组织及其下级有效，变更自下一次调用起生效。投诉建议的收件与回复只属于团市委本级的管理员。凡需要权限的功能，每次拒绝都写入审计。手机只留存“手机留存”一栏标明的回复，供离线时看，最多 30 天；其余一概不留。',
    '',
    '## 权限与职责',
    '',
    '| 权限 | 代号 | 哪些职责有 |',
    '| --- | --- | --- |',
    ...(Object.keys(permissions) as Permission[]).map(permissionRow),
    '',
    '## 功能',
    '',
    '| 功能 | 说明 | 谁可以 | 范围 | 频率上限 | 写入审计 | 手机留存 | 云函数 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...(Object.keys(actions) as ActionName[]).map(row),
    '',
    '这张表由 `test/integration/authz/` 逐项验证：每项功能 × 每种身份 × 本支部、平级支部、上级、其他区县。',
    '',
  ].join('\n');
