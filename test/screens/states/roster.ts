import { refused, unanswered, type States } from '../state';

const names = '陆清和\n沈遥\n何明 2023\n何明 2024\n沈遥';

/** 名单. */
export const rosterStates: States = {
  'packages/manage/roster/list/index': [
    { name: 'empty', caption: '还没有名单', persona: 'admin', shows: '贴上名单' },
    {
      name: 'compared',
      caption: '核对出的结果',
      persona: 'admin',
      shows: '贴上名单',
      steps: async (visitor) => {
        await visitor.type('贴上名单', `${names}\n何明`);
        await visitor.tap('核对名单');
        await visitor.sees(/新增 4 个名字/);
      },
    },
    {
      name: 'filled',
      caption: '对上几人，还有几个',
      persona: 'branch-secretary',
      shows: /个名字没有对上/,
    },
    {
      name: 'cleared',
      caption: '清除了，可以收回',
      persona: 'branch-secretary',
      shows: '清除名单',
      steps: async (visitor) => {
        await visitor.tap('清除名单');
        await visitor.sees('名单已清除');
      },
    },
    refused,
    ...unanswered('branch-secretary'),
  ],
};
