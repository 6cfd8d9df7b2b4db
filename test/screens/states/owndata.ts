import { unanswered, type States } from '../state';

/** 我的数据. */
export const owndataStates: States = {
  'packages/me/data/index': [
    { name: 'filled', caption: '存了什么，为什么', persona: 'youth', shows: '存了什么' },
    {
      name: 'making',
      caption: '正在生成文件',
      persona: 'youth',
      shows: '存了什么',
      steps: async (visitor) => {
        await visitor.press('导出我的数据');
        await visitor.sees(/正在生成/);
      },
    },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
    ...unanswered('youth'),
  ],
  'packages/me/erase/index': [
    { name: 'filled', caption: '什么会删、什么会留', persona: 'youth', shows: '申请注销' },
    {
      name: 'wrong',
      caption: '没有填“注销”',
      persona: 'youth',
      shows: '申请注销',
      steps: (visitor) => visitor.press('申请注销'),
    },
    { name: 'alone', caption: '支部书记', persona: 'branch-secretary', shows: '申请注销' },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
  ],
};
