import { mainPages, preloadRule, subPackages, tabItems } from './routes/app';

// WeChat reads colours from theme.json by name; the browser build styles its tab bar in app.scss instead.
const weapp = process.env.TARO_ENV === 'weapp';
const colour = (name: string, plain: string) => (weapp ? `@${name}` : plain);

export default defineAppConfig({
  pages: mainPages(),
  subPackages: subPackages(process.env.TARO_ENV),
  preloadRule: preloadRule(),
  // Windows on a PC and tablets may take any size; the screens follow (shared/wide).
  resizable: true,
  lazyCodeLoading: 'requiredComponents',
  darkmode: weapp,
  // WeChat hands over nothing personal before its privacy guide was agreed to (shared/privacy).
  ...(weapp ? { __usePrivacyCheck__: true } : {}),
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
    list: tabItems(),
  },
});
