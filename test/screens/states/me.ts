import { refused, unanswered, type States } from '../state';

/** 我的, and the small pages behind it. */
export const meStates: States = {
  'pages/me/index': [
    { name: 'filled', caption: '青年', persona: 'youth', shows: /林晓/ },
    { name: 'organiser', caption: '管理员', persona: 'admin', shows: /许清和/ },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
    ...unanswered('youth'),
  ],
  'packages/me/rename/index': [
    { name: 'filled', caption: '改姓名', persona: 'youth', shows: '保存' },
    {
      name: 'wrong',
      caption: '没有写姓名',
      persona: 'youth',
      shows: '保存',
      steps: async (visitor) => {
        await visitor.type('姓名', '');
        await visitor.press('保存');
      },
    },
    ...unanswered('youth'),
  ],
  'packages/about/about/index': [{ name: 'filled', caption: '关于', persona: 'youth', shows: '主办与备案' }],
  'packages/organise/org/invite/index': [
    { name: 'filled', caption: '邀请码', persona: 'admin', shows: /邀请码/ },
    refused,
  ],
};
