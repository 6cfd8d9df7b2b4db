// WeChat reads colours from theme.json by name; the browser build styles its tab bar in app.scss instead.
const weapp = process.env.TARO_ENV === 'weapp';
const colour = (name: string, plain: string) => (weapp ? `@${name}` : plain);

export default defineAppConfig({
  pages: ['pages/today/index', 'pages/shelf/index', 'pages/events/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/book',
      pages: ['detail/index', 'search/index', 'add/index', 'recommendation/index', 'recommendations/index'],
    },
    { root: 'packages/event', pages: ['detail/index'] },
    { root: 'packages/checkin', pages: ['month/index'] },
    { root: 'packages/about', pages: ['about/index', 'feedback/index'] },
    {
      root: 'packages/organise',
      pages: [
        'recommendation/write/index',
        'book/correct/index',
        'event/edit/index',
        'event/roster/index',
        'feedback/inbox/index',
        'org/invite/index',
      ],
    },
    // All controls on one page, to be looked at on a laptop; no phone carries it.
    ...(process.env.TARO_ENV === 'h5' ? [{ root: 'packages/gallery', pages: ['controls/index'] }] : []),
  ],
  preloadRule: {
    'pages/today/index': { network: 'wifi', packages: ['packages/book', 'packages/checkin'] },
    'pages/events/index': { network: 'wifi', packages: ['packages/event'] },
    'pages/me/index': { network: 'wifi', packages: ['packages/organise'] },
  },
  // Windows on a PC and tablets may take any size; the screens follow (shared/wide).
  resizable: true,
  lazyCodeLoading: 'requiredComponents',
  darkmode: weapp,
  ...(weapp ? { themeLocation: 'theme.json' } : {}),
  window: {
    navigationBarTitleText: '书香',
    navigationBarBackgroundColor: colour('paper', '#FAF8F3'),
    navigationBarTextStyle: colour('navText', 'black'),
    backgroundColor: colour('paper', '#FAF8F3'),
    backgroundColorContent: colour('paper', '#FAF8F3'),
    backgroundTextStyle: colour('loading', 'dark'),
  },
  tabBar: {
    color: colour('tabText', '#6B6760'),
    selectedColor: colour('tabSelected', '#23211C'),
    backgroundColor: colour('paper', '#FAF8F3'),
    borderStyle: colour('tabBorder', 'white') as 'white',
    list: [
      { pagePath: 'pages/today/index', text: '今日' },
      { pagePath: 'pages/shelf/index', text: '书架' },
      { pagePath: 'pages/events/index', text: '活动' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
});
