import { unanswered, type States } from '../state';

/** 通知. */
export const noticeStates: States = {
  'packages/me/notices/index': [
    { name: 'filled', caption: '有读过的，有没读的', persona: 'youth', shows: /未读/ },
    { name: 'empty', caption: '还没有通知', persona: 'cadre', shows: '还没有通知' },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
    ...unanswered('youth'),
  ],
  'packages/me/messages/index': [
    { name: 'filled', caption: '哪些事、几条、几点', persona: 'youth', shows: '再同意一次' },
    {
      name: 'asked',
      caption: '在微信里同意之后',
      persona: 'youth',
      shows: '再同意一次',
      steps: async (visitor) => {
        await visitor.tap('再同意一次');
        await visitor.page.locator('.taro-modal__foot, .taro__modal').getByText('允许', { exact: true }).last().click();
        await visitor.sees(/每样多一条/);
      },
    },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: /加入/ },
    ...unanswered('youth'),
  ],
};
