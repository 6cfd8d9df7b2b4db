import { memberId } from '../../../scripts/seed/documents';
import { deriveId } from '../../../cloudfunctions/kernel/ids';
import { refused, unanswered, type States } from '../state';

/** The newest entry that the demo city begins with. */
const entry = () => ({ id: `${deriveId('demo', 'audit')}:000000000009` });

/** 审计. */
export const auditStates: States = {
  'packages/manage/audit/list/index': [
    { name: 'filled', caption: '全市的审计记录', persona: 'auditor', shows: /许清和/ },
    {
      name: 'person',
      caption: '按姓名找人',
      persona: 'auditor',
      shows: /许清和/,
      steps: async (visitor) => {
        await visitor.type('查找', 'xqh');
        await visitor.sees('许清和');
      },
    },
    {
      name: 'narrowed',
      caption: '只看与一个人有关的',
      persona: 'auditor',
      parameters: () => ({ personId: memberId('youth'), personName: '林晓' }),
      shows: /与林晓有关/,
    },
    {
      name: 'refusals',
      caption: '被拒绝的',
      persona: 'auditor',
      shows: /许清和/,
      steps: async (visitor) => {
        await visitor.tap('被拒绝');
        await visitor.sees(/没有权限/);
      },
    },
    {
      name: 'empty',
      caption: '没有这样的记录',
      persona: 'auditor',
      parameters: () => ({ action: 'member.disable', actionName: '停用一名成员' }),
      shows: '没有这样的记录',
    },
    refused,
    ...unanswered('auditor'),
  ],
  'packages/manage/audit/entry/index': [
    { name: 'filled', caption: '一条记录', persona: 'auditor', parameters: entry, shows: '复制校验值' },
    { ...refused, parameters: entry },
    ...unanswered('auditor', entry),
  ],
  'packages/manage/audit/seals/index': [
    { name: 'filled', caption: '核对审计记录', persona: 'auditor', shows: '开始核对' },
    {
      name: 'whole',
      caption: '核对过，完整',
      persona: 'auditor',
      shows: '开始核对',
      steps: async (visitor) => {
        await visitor.tap('开始核对');
        await visitor.sees('完整');
      },
    },
    refused,
    ...unanswered('auditor'),
  ],
};
