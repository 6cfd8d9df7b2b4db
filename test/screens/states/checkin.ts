import { unanswered, type States } from '../state';

/** 阅读记录. */
export const checkinStates: States = {
  'packages/checkin/month/index': [
    { name: 'filled', caption: '这个月', persona: 'youth', shows: '上个月' },
    {
      name: 'before',
      caption: '上个月',
      persona: 'youth',
      shows: '上个月',
      steps: (visitor) => visitor.tap('上个月'),
    },
    { name: 'empty', caption: '还没有记过', persona: 'admin', shows: '上个月' },
    {
      name: 'day',
      caption: '某一天的记录',
      persona: 'youth',
      shows: '上个月',
      steps: async (visitor) => {
        await visitor.screen.locator('.calendar__day--read').last().click();
        await visitor.sees('移除');
      },
    },
    {
      name: 'writing',
      caption: '给某一天补几句',
      persona: 'youth',
      shows: '上个月',
      steps: async (visitor) => {
        await visitor.screen.locator('.calendar__day--read').last().click();
        await visitor.tap(/^(修改|写几句)$/);
        await visitor.sees('心得');
      },
    },
    {
      name: 'filling',
      caption: '补记一本',
      persona: 'admin',
      shows: '上个月',
      steps: (visitor) => visitor.press('记一笔'),
    },
    ...unanswered('youth'),
  ],
};
