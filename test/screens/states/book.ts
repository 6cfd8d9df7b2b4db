import { LONG_TITLE } from '../arrange';
import { refused, seenBefore, unanswered, type City, type States } from '../state';

const of = (title: string) => async (city: City) => ({ id: await city.book(title) });

/** 书架, 书目, 找书 and what leads to them. */
export const bookStates: States = {
  'pages/shelf/index': [
    { name: 'filled', caption: '三格都有书', persona: 'youth', shows: '红楼梦' },
    { name: 'empty', caption: '空书架', persona: 'admin', shows: /荐书/ },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', fate: 'NOT_REGISTERED' },
    seenBefore('youth', 'pages/shelf/index', '红楼梦'),
    ...unanswered('youth'),
  ],
  'packages/book/detail/index': [
    { name: 'filled', caption: '在读，有荐语，写过', persona: 'youth', parameters: of('红楼梦'), shows: '我写的' },
    { name: 'stranger', caption: '不在书架上', persona: 'youth', parameters: of('系统之美'), shows: '导读问题' },
    { name: 'quiet', caption: '没有荐语', persona: 'youth', parameters: of('时间简史'), shows: '还没有荐语' },
    {
      name: 'long',
      caption: '书名很长，荐语展开',
      persona: 'branch-secretary',
      parameters: of(LONG_TITLE),
      shows: '展开',
      steps: (visitor) => visitor.tap('展开'),
    },
    {
      name: 'offline',
      caption: '离线，没看过',
      persona: 'youth',
      parameters: of('红楼梦'),
      fate: 'lost',
      shows: /连不上/,
    },
    { name: 'visitor', caption: '转发给没有加入的人', persona: 'visitor', parameters: of('红楼梦'), shows: /加入支部/ },
    { name: 'gone', caption: '没有这本书', persona: 'youth', parameters: () => ({ id: 'nothing' }), shows: /没有找到/ },
    ...unanswered('youth', of('红楼梦')),
  ],
  'packages/book/search/index': [
    { name: 'empty', caption: '还没有写', persona: 'youth', shows: /找/ },
    { name: 'filled', caption: '找到了', persona: 'youth', parameters: () => ({ q: '三' }), shows: '三体' },
    {
      name: 'nothing',
      caption: '没有找到',
      persona: 'youth',
      parameters: () => ({ q: '从未有过的书' }),
      shows: /没有/,
    },
    {
      name: 'wrong',
      caption: 'ISBN 写错',
      persona: 'youth',
      parameters: () => ({ q: '9787020002208' }),
      shows: /ISBN/,
    },
    {
      name: 'unified',
      caption: '写的是统一书号',
      persona: 'youth',
      parameters: () => ({ q: '10019·2171' }),
      shows: /统一书号/,
    },
    ...unanswered('youth', () => ({ q: '三' })),
  ],
  'packages/book/add/index': [
    { name: 'empty', caption: '刚打开', persona: 'youth', parameters: () => ({ title: '新书名' }), shows: '添加' },
    {
      name: 'wrong',
      caption: '有处没写好',
      persona: 'youth',
      shows: '添加',
      steps: (visitor) => visitor.press('添加'),
    },
  ],
  'packages/organise/book/correct/index': [
    { name: 'filled', caption: '更正', persona: 'admin', parameters: of('三体'), shows: '保存更正' },
    refused,
  ],
};
