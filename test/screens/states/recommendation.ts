import { refused, unanswered, type City, type States } from '../state';

const of = (key: string) => (city: City) => ({ id: city.recommendation(key) });

/** 书记荐书. */
export const recommendationStates: States = {
  'packages/book/recommendation/index': [
    { name: 'filled', caption: '读者看', persona: 'youth', parameters: of('systems'), shows: /带着三个问题/ },
    { name: 'own', caption: '荐书人看', persona: 'secretary', parameters: of('systems'), shows: /带着三个问题/ },
    {
      name: 'held',
      caption: '改动正在审核',
      persona: 'branch-secretary',
      parameters: of('huozhe'),
      shows: /改动正在审核/,
    },
    { name: 'scheduled', caption: '还没到发布时间', persona: 'secretary', parameters: of('yuzhou'), shows: /问/ },
    {
      name: 'visitor',
      caption: '转发给没有加入的人',
      persona: 'visitor',
      parameters: of('systems'),
      shows: /加入支部/,
    },
    { name: 'gone', caption: '撤回了', persona: 'youth', parameters: of('nothing'), shows: /没有找到/ },
    ...unanswered('youth', of('systems')),
  ],
  'packages/book/recommendations/index': [
    { name: 'filled', caption: '读者看', persona: 'youth', shows: '系统之美' },
    { name: 'writer', caption: '荐书人看', persona: 'secretary', shows: '写荐书' },
    {
      name: 'mine',
      caption: '我写的',
      persona: 'secretary',
      parameters: () => ({ which: 'mine' }),
      shows: '系统之美',
    },
    {
      name: 'mine-empty',
      caption: '还没有写过',
      persona: 'admin',
      parameters: () => ({ which: 'mine' }),
      shows: /没写过/,
    },
    ...unanswered('youth'),
  ],
  'packages/organise/recommendation/write/index': [
    { name: 'empty', caption: '刚打开', persona: 'secretary', shows: '荐语' },
    {
      name: 'wrong',
      caption: '有处没写好',
      persona: 'secretary',
      shows: '荐语',
      steps: (visitor) => visitor.submit(),
    },
    {
      name: 'filled',
      caption: '写了一半',
      persona: 'branch-secretary',
      parameters: async (city) => ({ bookId: await city.book('三体') }),
      shows: '荐语',
      steps: (visitor) =>
        visitor.type('荐语', '最难忘的不是飞船，是红岸的雪。读它不必懂物理，只要肯跟着一个人，看她怎样做出那个决定。'),
    },
    { name: 'revise', caption: '修改', persona: 'secretary', parameters: of('systems'), shows: '保存修改' },
    refused,
  ],
};
