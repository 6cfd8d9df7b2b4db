import { deriveId } from '../../../cloudfunctions/kernel/ids';
import { refused, unanswered, type States } from '../state';

const ticket = (key: string) => () => ({ id: deriveId('f', 'demo', key) });

/** 投诉建议. */
export const feedbackStates: States = {
  'packages/about/feedback/index': [
    { name: 'empty', caption: '刚打开', persona: 'branch-secretary', shows: '我提交的' },
    {
      name: 'wrong',
      caption: '没有写内容',
      persona: 'branch-secretary',
      shows: '我提交的',
      steps: (visitor) => visitor.submit(),
    },
    { name: 'filled', caption: '提交过', persona: 'youth', shows: /防潮垫/ },
    { name: 'states', caption: '办理中、已答复、已办结', persona: 'cadre', shows: /二楼晚上八点/ },
    { name: 'visitor', caption: '还没有加入也可以', persona: 'visitor', shows: '我提交的' },
    ...unanswered('youth'),
  ],
  'packages/about/ticket/index': [
    { name: 'answered', caption: '有了答复', persona: 'cadre', parameters: ticket('signup'), shows: '接着说' },
    { name: 'again', caption: '又说了一句', persona: 'district-youth', parameters: ticket('again'), shows: '接着说' },
    { name: 'closed', caption: '已办结', persona: 'cadre', parameters: ticket('done'), shows: '接着说' },
    { name: 'gone', caption: '别人的', persona: 'youth', parameters: ticket('done'), shows: /没有找到这一条/ },
    ...unanswered('cadre', ticket('signup')),
  ],
  'packages/organise/feedback/inbox/index': [
    { name: 'filled', caption: '待答复，先到期的在前', persona: 'admin', shows: /旧手机/ },
    { name: 'one', caption: '从“我的”来的一条', persona: 'admin', parameters: ticket('lights'), shows: /提交者/ },
    {
      name: 'answered',
      caption: '已答复',
      persona: 'admin',
      shows: /旧手机/,
      steps: async (visitor) => {
        await visitor.tap('已答复');
        await visitor.sees(/候补轮到我/);
      },
    },
    {
      name: 'replying',
      caption: '正在答复',
      persona: 'admin',
      shows: /旧手机/,
      steps: (visitor) => visitor.tap('答复'),
    },
    refused,
    ...unanswered('admin'),
  ],
};
