import { seenBefore, unanswered, type States } from '../state';

/** 今日. */
export const homeStates: States = {
  'pages/today/index': [
    { name: 'filled', caption: '有在读的书', persona: 'youth', shows: '记一笔' },
    seenBefore('youth', 'pages/today/index', '记一笔'),
    {
      name: 'switching',
      caption: '换一本',
      persona: 'youth',
      shows: '记一笔',
      steps: (visitor) => visitor.tap('换一本'),
    },
    {
      name: 'logged',
      caption: '记过一笔',
      persona: 'cadre',
      shows: /，/,
      steps: async (visitor) => {
        await visitor.press('记一笔');
        await visitor.sees('记下了');
      },
    },
    {
      name: 'writing',
      caption: '再写几句',
      persona: 'branch-secretary',
      shows: /，/,
      steps: async (visitor) => {
        await visitor.press('记一笔');
        await visitor.press('再写几句');
      },
    },
    { name: 'empty', caption: '书桌还空着', persona: 'admin', shows: /许清和/ },
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: '加入支部' },
    {
      name: 'visitor-wrong',
      caption: '加入：有处没写好',
      persona: 'visitor',
      shows: '加入支部',
      steps: (visitor) => visitor.press('加入'),
    },
    { name: 'welcome', caption: '本地预览：选一个身份', persona: null, shows: '书香 · 江城市' },
    {
      name: 'offline',
      caption: '断了网',
      persona: 'youth',
      shows: '记一笔',
      steps: async (visitor) => {
        await visitor.page.route('**/gateway/call', (route) => route.abort('internetdisconnected'));
        await visitor.open();
        await visitor.sees(/现在离线/);
      },
    },
    { name: 'never-online', caption: '没有网络，也没有看过', persona: 'youth', fate: 'lost' },
    { name: 'disabled', caption: '账号停用', persona: 'youth', fate: 'DISABLED' },
    ...unanswered('youth'),
  ],
};
