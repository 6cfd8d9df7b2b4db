import { editCase, eventCase } from '../arrangeModeration';
import { refused, unanswered, type States } from '../state';

const id = (of: string) => () => ({ id: of });

/** 内容审核. */
export const moderationStates: States = {
  'packages/organise/moderation/queue/index': [
    { name: 'filled', caption: '等着审核的', persona: 'admin', shows: /春日读诗会/ },
    {
      name: 'done',
      caption: '已处理',
      persona: 'admin',
      parameters: () => ({ which: 'done' }),
      shows: /考前互助晚自习/,
    },
    { name: 'report', caption: '举报', persona: 'admin', parameters: () => ({ which: 'report' }), shows: /悦读青春/ },
    { name: 'appeal', caption: '申诉', persona: 'admin', parameters: () => ({ which: 'appeal' }), shows: /手抄报/ },
    refused,
    ...unanswered('admin'),
  ],
  'packages/organise/moderation/case/index': [
    { name: 'free', caption: '还没有人看', persona: 'admin', parameters: id(eventCase('waiting')), shows: '认领' },
    {
      name: 'claimed',
      caption: '认领了',
      persona: 'admin',
      parameters: id(eventCase('claimed')),
      shows: /您认领着/,
    },
    {
      name: 'rejecting',
      caption: '不通过，选理由',
      persona: 'admin',
      parameters: id(eventCase('claimed')),
      shows: /您认领着/,
      steps: async (visitor) => {
        await visitor.tap('不通过');
        await visitor.tap('其他');
        await visitor.submit();
        await visitor.sees(/请写明理由/);
      },
    },
    { name: 'edit', caption: '一处修改', persona: 'admin', parameters: id(editCase()), shows: /改动/ },
    { name: 'taken', caption: '别人在看', persona: 'admin', parameters: id(eventCase('taken')), shows: /另一位审核员/ },
    { name: 'own', caption: '自己写的', persona: 'admin', parameters: id(eventCase('own')), shows: /自己写的/ },
    {
      name: 'same-person',
      caption: '对自己决定的申诉',
      persona: 'admin',
      parameters: id(eventCase('appealed')),
      shows: /作者的申诉/,
    },
    {
      name: 'decided',
      caption: '刚决定过',
      persona: 'admin',
      parameters: id(eventCase('rejected')),
      shows: '收回决定',
    },
    refused,
    ...unanswered('admin', id(eventCase('waiting'))),
  ],
  'packages/me/cases/index': [
    { name: 'filled', caption: '有在审的', persona: 'branch-secretary', shows: /考前互助晚自习/ },
    { name: 'empty', caption: '没有', persona: 'youth', shows: '没有在审核的' },
    ...unanswered('branch-secretary'),
  ],
  'packages/me/case/index': [
    {
      name: 'waiting',
      caption: '正在审核',
      persona: 'branch-secretary',
      parameters: id(eventCase('waiting')),
      shows: '正在审核',
    },
    {
      name: 'rejected',
      caption: '没有通过，可以申诉',
      persona: 'branch-secretary',
      parameters: id(eventCase('rejected')),
      shows: '提交申诉',
    },
    {
      name: 'wrong',
      caption: '没有写理由',
      persona: 'branch-secretary',
      parameters: id(eventCase('rejected')),
      shows: '提交申诉',
      steps: (visitor) => visitor.submit(),
    },
    {
      name: 'appealed',
      caption: '申诉了',
      persona: 'branch-secretary',
      parameters: id(eventCase('appealed')),
      shows: '申诉正在看',
    },
    {
      name: 'edit',
      caption: '一处改动在审核',
      persona: 'branch-secretary',
      parameters: id(editCase()),
      shows: /先前的内容/,
    },
    { name: 'none', caption: '不是自己的', persona: 'youth', parameters: id(editCase()), shows: /没有您的内容/ },
    ...unanswered('branch-secretary', id(eventCase('waiting'))),
  ],
};
