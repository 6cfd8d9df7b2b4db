import { dutyId } from '../../../scripts/seed/duties';
import { refused, unanswered, type States } from '../state';

const city = () => ({ orgId: 'JC' });

/** 领导小组与职务. */
export const dutyStates: States = {
  'packages/manage/duty/edit/index': [
    { name: 'new', caption: '添加', persona: 'admin', parameters: city, shows: '哪个小组' },
    {
      name: 'wrong',
      caption: '有处没写好',
      persona: 'admin',
      parameters: city,
      shows: '哪个小组',
      steps: (visitor) => visitor.press('保存'),
    },
    {
      name: 'term',
      caption: '改任期',
      persona: 'admin',
      parameters: city,
      shows: '哪个小组',
      steps: (visitor) => visitor.tap('改'),
    },
    {
      name: 'revise',
      caption: '修改',
      persona: 'admin',
      parameters: () => ({ id: dutyId('jc-leader') }),
      shows: '今天卸任',
    },
    {
      name: 'stand-in',
      caption: '指定代理',
      persona: 'admin',
      parameters: () => ({ of: dutyId('jc-leader') }),
      shows: /代理沈知行/,
    },
    refused,
    ...unanswered('admin', () => ({ id: dutyId('jc-leader') })),
  ],
};
