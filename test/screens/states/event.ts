import { heldEvent } from '../arrangeModeration';
import { refused, unanswered, type City, type States } from '../state';

const of = (key: string) => (city: City) => ({ id: city.event(key) });

/** 活动. */
export const eventStates: States = {
  'pages/events/index': [
    { name: 'filled', caption: '可报名', persona: 'youth', shows: /悦读青春/ },
    { name: 'mine', caption: '我的', persona: 'youth', shows: /悦读青春/, steps: (visitor) => visitor.tap(/^我的$/) },
    {
      name: 'mine-empty',
      caption: '还没有报名',
      persona: 'secretary',
      shows: /悦读青春/,
      steps: (visitor) => visitor.tap(/^我的$/),
    },
    {
      name: 'managed',
      caption: '我管理的',
      persona: 'secretary',
      shows: /悦读青春/,
      steps: (visitor) => visitor.tap('我管理的'),
    },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', fate: 'NOT_REGISTERED' },
    ...unanswered('youth'),
  ],
  'packages/event/detail/index': [
    { name: 'open', caption: '可以报名', persona: 'youth', parameters: of('yuedu'), shows: /报名/ },
    {
      name: 'asked',
      caption: '报名表',
      persona: 'youth',
      parameters: of('yuedu'),
      shows: /报名/,
      steps: (visitor) => visitor.press('报名'),
    },
    {
      name: 'wrong',
      caption: '报名表：有处没写好',
      persona: 'youth',
      parameters: of('yuedu'),
      shows: /报名/,
      steps: async (visitor) => {
        await visitor.press('报名');
        await visitor.press('提交，报名');
      },
    },
    { name: 'seated', caption: '已报名', persona: 'youth', parameters: of('honglou'), shows: '已报名' },
    { name: 'waiting', caption: '候补中', persona: 'youth', parameters: of('jiangpan'), shows: /候补第/ },
    { name: 'full', caption: '报满，可候补', persona: 'cadre', parameters: of('jiangpan'), shows: /候补/ },
    { name: 'cancelled', caption: '取消了', persona: 'youth', parameters: of('caochang'), shows: /取消/ },
    {
      name: 'held',
      caption: '办的人看：正在审核',
      persona: 'branch-secretary',
      parameters: () => ({ id: heldEvent('waiting') }),
      shows: /正在审核/,
    },
    {
      name: 'turned-down',
      caption: '办的人看：没有通过',
      persona: 'branch-secretary',
      parameters: () => ({ id: heldEvent('rejected') }),
      shows: /没有通过审核/,
    },
    {
      name: 'reporting',
      caption: '举报',
      persona: 'youth',
      parameters: of('honglou'),
      shows: '已报名',
      steps: (visitor) => visitor.press('举报'),
    },
    { name: 'past', caption: '已经结束', persona: 'youth', parameters: of('shida'), shows: /晨读/ },
    {
      name: 'leaving',
      caption: '取消报名前的提醒',
      persona: 'youth',
      parameters: of('jiangpan'),
      shows: /候补第/,
      steps: async (visitor) => {
        await visitor.press('退出候补');
        await visitor.page.locator('.taro-modal__foot, .taro__modal').filter({ visible: true }).first().waitFor();
      },
    },
    { name: 'organiser', caption: '组织者看', persona: 'secretary', parameters: of('yuedu'), shows: '管理' },
    { name: 'visitor', caption: '转发给没有加入的人', persona: 'visitor', parameters: of('yuedu'), shows: /加入支部/ },
    { name: 'gone', caption: '没有这场活动', persona: 'youth', parameters: of('nothing'), shows: /没有找到/ },
    ...unanswered('youth', of('yuedu')),
  ],
  'packages/organise/event/edit/index': [
    { name: 'empty', caption: '刚打开', persona: 'secretary', shows: '活动名称' },
    {
      name: 'wrong',
      caption: '有处没写好',
      persona: 'secretary',
      shows: '活动名称',
      steps: (visitor) => visitor.submit(),
    },
    {
      name: 'asking',
      caption: '添了一个问题',
      persona: 'secretary',
      shows: '活动名称',
      steps: async (visitor) => {
        await visitor.type('活动名称', '江边夜读');
        await visitor.tap(/报名不问问题/);
        await visitor.tap('添一个问题');
        await visitor.type('问题 1', '想读哪一篇');
      },
    },
    { name: 'revise', caption: '修改', persona: 'secretary', parameters: of('jiangpan'), shows: '保存修改' },
    refused,
  ],
  'packages/organise/event/roster/index': [
    { name: 'filled', caption: '有席位也有候补', persona: 'secretary', parameters: of('jiangpan'), shows: /席/ },
    ...unanswered('secretary', of('jiangpan')),
    refused,
  ],
};
