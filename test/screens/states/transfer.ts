import { memberId } from '../../../scripts/seed/documents';
import { refused, unanswered, type States } from '../state';

/** 转接. */
export const transferStates: States = {
  'packages/me/transfer/index': [
    { name: 'filled', caption: '等对方答复', persona: 'district-youth', shows: /研究生/ },
    { name: 'declined', caption: '对方没有同意', persona: 'cadre', shows: /借调手续/ },
    { name: 'empty', caption: '还没有转接过', persona: 'youth', shows: '还没有转接过' },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
    ...unanswered('youth'),
  ],
  'packages/me/move/index': [
    { name: 'filled', caption: '刚打开', persona: 'youth', shows: '提交申请' },
    {
      name: 'found',
      caption: '从支部转走，按首字母找',
      persona: 'youth',
      parameters: () => ({ fromId: 'U01-WX-B01' }),
      shows: '提交申请',
      steps: async (visitor) => {
        await visitor.type('转到', 'bjjd');
        await visitor.sees(/滨江街道团支部/);
      },
    },
    { name: 'wrong', caption: '没有选去处', persona: 'youth', shows: '提交申请', steps: (visitor) => visitor.submit() },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
  ],
  'packages/manage/transfer/list/index': [
    { name: 'filled', caption: '有人想转来', persona: 'branch-secretary', shows: /研究生/ },
    {
      name: 'declining',
      caption: '不同意，说一句原因',
      persona: 'branch-secretary',
      shows: /研究生/,
      steps: (visitor) => visitor.tap('不同意'),
    },
    {
      name: 'out',
      caption: '转出',
      persona: 'branch-secretary',
      shows: /研究生/,
      steps: async (visitor) => {
        await visitor.tap('转出');
        await visitor.sees('温言');
      },
    },
    {
      name: 'done',
      caption: '近来转入',
      persona: 'admin',
      shows: /研究生/,
      steps: async (visitor) => {
        await visitor.tap('近来转入');
        await visitor.sees('陈望舒');
      },
    },
    refused,
    ...unanswered('admin'),
  ],
  'packages/manage/transfer/propose/index': [
    { name: 'empty', caption: '提议转出，先选人', persona: 'branch-secretary', shows: '从成员里选' },
    {
      name: 'member',
      caption: '从成员页来',
      persona: 'branch-secretary',
      parameters: () => ({ orgId: 'U01-WX-B01', memberId: memberId('youth') }),
      shows: '林晓',
      steps: async (visitor) => {
        await visitor.type('转到', 'bjjd');
        await visitor.sees(/滨江街道团支部/);
        await visitor.tap(/滨江街道团支部/);
      },
    },
    {
      name: 'wrong',
      caption: '什么都没选',
      persona: 'branch-secretary',
      shows: '从成员里选',
      steps: (visitor) => visitor.submit(),
    },
    refused,
  ],
  'packages/manage/transfer/graduate/index': [
    { name: 'filled', caption: '刚打开', persona: 'branch-secretary', shows: '林晓' },
    {
      name: 'chosen',
      caption: '名单',
      persona: 'branch-secretary',
      shows: '林晓',
      steps: async (visitor) => {
        await visitor.tap('全选');
        await visitor.tap(/^加进名单/);
        await visitor.sees(/^转出 \d+ 人$/);
      },
    },
    refused,
    ...unanswered('branch-secretary'),
  ],
};
