import { memberId } from '../../../scripts/seed/documents';
import { refused, unanswered, type States } from '../state';

const of = (key: string) => () => ({ id: memberId(key) });

/** 成员. */
export const memberStates: States = {
  'packages/manage/member/list/index': [
    { name: 'filled', caption: '全市成员', persona: 'admin', shows: /共 \d+ 人/ },
    {
      name: 'found',
      caption: '按首字母找',
      persona: 'admin',
      shows: /共 \d+ 人/,
      steps: async (visitor) => {
        await visitor.type('查找', 'lx');
        await visitor.sees('林晓');
      },
    },
    {
      name: 'nowhere',
      caption: '未加入组织的人',
      persona: 'admin',
      shows: /共 \d+ 人/,
      steps: async (visitor) => {
        await visitor.tap('未加入组织');
        await visitor.sees('温言');
      },
    },
    {
      name: 'opened',
      caption: '点开一位',
      persona: 'branch-secretary',
      shows: '林晓',
      steps: async (visitor) => {
        await visitor.tap('林晓');
        await visitor.sees('所在组织');
      },
    },
    { name: 'branch', caption: '一个支部', persona: 'branch-secretary', shows: '林晓' },
    refused,
    ...unanswered('admin'),
  ],
  'packages/manage/member/detail/index': [
    { name: 'filled', caption: '一位成员', persona: 'branch-secretary', parameters: of('youth'), shows: '林晓' },
    {
      name: 'disabling',
      caption: '停用',
      persona: 'branch-secretary',
      parameters: of('youth'),
      shows: '林晓',
      steps: (visitor) => visitor.tap('停用'),
    },
    { name: 'secretary', caption: '有职责的', persona: 'admin', parameters: of('branch-secretary'), shows: '支部书记' },
    { ...refused, parameters: of('youth') },
    ...unanswered('admin', of('youth')),
  ],
  'packages/manage/member/pick/index': [
    { name: 'alone', caption: '没有页面在等', persona: 'admin', shows: /没有页面在等/ },
    refused,
  ],
  'packages/manage/member/propose/index': [
    { name: 'empty', caption: '为人提出合并', persona: 'branch-secretary', parameters: of('youth'), shows: /选新账号/ },
    { ...refused, parameters: of('youth') },
  ],
  'packages/me/merge/index': [
    { name: 'empty', caption: '合并账号', persona: 'youth', shows: /生成合并码/ },
    {
      name: 'code',
      caption: '合并码',
      persona: 'youth',
      shows: /生成合并码/,
      steps: async (visitor) => {
        await visitor.tap('生成合并码');
        await visitor.sees(/换下来的手机/);
      },
    },
    { name: 'review', caption: '等上级同意的合并', persona: 'secretary', shows: /已核实是同一人/ },
    ...unanswered('youth'),
  ],
};
