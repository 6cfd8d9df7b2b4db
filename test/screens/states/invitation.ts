import { refused, unanswered, type States } from '../state';

const branch = () => ({ code: 'HANYU2401' });

/** 邀请与加入. */
export const invitationStates: States = {
  'packages/join/enter/index': [
    { name: 'link', caption: '访客点开邀请', persona: 'visitor', parameters: branch, shows: '您将加入' },
    { name: 'typed', caption: '访客自己填', persona: 'visitor', shows: '邀请码' },
    {
      name: 'wrong',
      caption: '邀请码不存在',
      persona: 'visitor',
      parameters: () => ({ code: 'NOSUCH99' }),
      shows: /邀请码不存在/,
    },
    { name: 'member', caption: '成员多加入一个', persona: 'cadre', parameters: branch, shows: '您将加入' },
    { name: 'inside', caption: '已经在了', persona: 'youth', parameters: branch, shows: '您已经在' },
    ...unanswered('cadre'),
  ],
  'packages/manage/invitation/list/index': [
    { name: 'empty', caption: '还没有邀请', persona: 'admin', shows: '还没有发过邀请' },
    {
      name: 'filled',
      caption: '发出一个',
      persona: 'branch-secretary',
      shows: '发一个邀请',
      steps: async (visitor) => {
        await visitor.tap('发一个邀请');
        await visitor.tap('发出邀请');
        await visitor.sees(/已用 0\/50/);
      },
    },
    {
      name: 'form',
      caption: '改有效期和人数',
      persona: 'admin',
      shows: '发一个邀请',
      steps: async (visitor) => {
        await visitor.tap('发一个邀请');
        await visitor.tap(/30 天内有效/);
      },
    },
    {
      name: 'code',
      caption: '二维码',
      persona: 'branch-secretary',
      shows: /已用 0\/20/,
      steps: (visitor) => visitor.tap('二维码'),
    },
    {
      name: 'below',
      caption: '给下属每个支部',
      persona: 'admin',
      shows: '给下属支部',
      steps: async (visitor) => {
        await visitor.tap('每个支部发一个');
        await visitor.tap('全部发出');
        await visitor.sees(/下属，\d+ 个邀请/);
      },
    },
    {
      name: 'each',
      caption: '每个支部发一个之前',
      persona: 'admin',
      shows: '给下属支部',
      steps: async (visitor) => {
        await visitor.tap('每个支部发一个');
        await visitor.tap(/^每个支部一个/);
      },
    },
    refused,
    ...unanswered('branch-secretary'),
  ],
  'packages/manage/invitation/print/index': [
    { name: 'gone', caption: '没有这一批', persona: 'admin', parameters: () => ({ id: 'none' }), shows: /没有找到/ },
    { ...refused, parameters: () => ({ id: 'none' }) },
    ...unanswered('admin', () => ({ id: 'none' })),
  ],
  'packages/manage/invitation/requests/index': [
    { name: 'filled', caption: '两人在等', persona: 'branch-secretary', shows: '闻溪' },
    {
      name: 'empty',
      caption: '还没有答复过',
      persona: 'branch-secretary',
      shows: '闻溪',
      steps: async (visitor) => {
        await visitor.tap('已答复');
        await visitor.sees('还没有答复过');
      },
    },
    refused,
    ...unanswered('branch-secretary'),
  ],
};
